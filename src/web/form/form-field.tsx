import { Form } from 'antd'
import { memo } from 'react'
import type { FieldWire, Titles } from '#shared/wire'
import type { ParentRecord } from '../kind-web.ts'
import { shownAs, webOf } from '../registry.ts'
import { isEmptyValue } from '../ui/empty-value.ts'
import { FieldInput } from '../ui/field-value.tsx'
import { useWords } from '../words/words.ts'
import { givenAtSaving } from './form-values.ts'
import type { Need } from './needs.ts'

type FormFieldProps = {
  field: FieldWire
  need?: Need
  titles: Titles
  mask?: string
  /** Of a record that is not there yet. */
  isNew: boolean
  autoFocus: boolean
  parent?: ParentRecord
}

export const FormField = memo(function FormField({ field, need, mask, isNew, ...rest }: FormFieldProps) {
  const { t, label } = useWords()
  const name = label(field.label)
  const mark =
    need === 'required' ? (
      <span className="need-required">{t('form.requiredMark')}</span>
    ) : (
      need === 'recommended' && <span className="need-recommended">{t('form.recommendedMark')}</span>
    )
  const given = isNew ? givenAtSaving(field) : undefined
  const filled = (_: unknown, value: unknown): Promise<void> =>
    need === 'required' && isEmptyValue(value) && mask === undefined
      ? Promise.reject(new Error(t('form.required', { field: name })))
      : Promise.resolve()
  return (
    <Form.Item
      name={field.name}
      label={
        <>
          {name}
          {mark}
        </>
      }
      extra={mask ? t('mask.untouched') : field.help && label(field.help)}
      rules={[{ validator: filled }]}
      validateTrigger="onBlur"
      className={webOf(field).wide ? 'form-wide' : undefined}
    >
      <FormControl field={shownAs(field)} placeholder={mask ?? (given && t(`form.given.${given}`))} {...rest} />
    </Form.Item>
  )
})

/** What the kit's form hands to an input, in the words of our inputs. */
type FormControlProps = {
  field: FieldWire
  titles: Titles
  placeholder?: string
  autoFocus: boolean
  parent?: ParentRecord
  id?: string
  value?: unknown
  onChange?: (value: unknown) => void
  'aria-describedby'?: string
}

function FormControl({ value, onChange, 'aria-describedby': describedBy, ...rest }: FormControlProps) {
  const { status } = Form.Item.useStatus()
  return (
    <FieldInput
      {...rest}
      value={value ?? null}
      onChange={(next) => onChange?.(next)}
      invalid={status === 'error'}
      describedBy={describedBy}
    />
  )
}
