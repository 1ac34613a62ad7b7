import { Form } from 'antd'
import { memo, type ReactNode } from 'react'
import type { FieldWire, ObjectWire, Titles } from '#shared/wire'
import type { ParentRecord } from '../kind-web.ts'
import { shownAs, webOf } from '../registry.ts'
import { isEmptyValue } from '../ui/empty-value.ts'
import { FieldInput } from '../ui/field-value.tsx'
import { useWords } from '../words/words.ts'
import { AlikeHint } from './alike-hint.tsx'
import { givenAtSaving } from './form-values.ts'
import { mentioningOf } from './mentioning.ts'
import type { Need } from './needs.ts'
import { asksForAlike, useAlike } from './use-alike.ts'

type FormFieldProps = {
  object: ObjectWire
  field: FieldWire
  need?: Need
  titles: Titles
  mask?: string
  /** Of a record that is not there yet. */
  isNew: boolean
  autoFocus: boolean
  parent?: ParentRecord
}

export const FormField = memo(function FormField(props: FormFieldProps) {
  const { object, field, isNew } = props
  return isNew && asksForAlike(object, field) ? <AskingField {...props} /> : <PlainField {...props} />
})

function AskingField(props: FormFieldProps) {
  const { object, field } = props
  const hint = useAlike(object, field)
  const isSaid = hint.records.length > 0 || hint.hidden
  return <PlainField {...props} hint={isSaid && <AlikeHint object={object} hint={hint} />} />
}

type PlainFieldProps = FormFieldProps & { hint?: ReactNode }

function PlainField({ field, need, mask, isNew, hint, ...rest }: PlainFieldProps) {
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
      extra={hint || (mask ? t('mask.untouched') : field.help && label(field.help))}
      rules={[{ validator: filled }]}
      validateTrigger="onBlur"
      className={webOf(field).wide ? 'form-wide' : undefined}
    >
      <FormControl field={shownAs(field)} placeholder={mask ?? (given && t(`form.given.${given}`))} {...rest} />
    </Form.Item>
  )
}

/** What the kit's form hands to an input, in the words of our inputs. */
type FormControlProps = {
  object: ObjectWire
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

function FormControl({ object, value, onChange, 'aria-describedby': describedBy, ...rest }: FormControlProps) {
  const { status } = Form.Item.useStatus()
  const form = Form.useFormInstance()
  const change = (name: string, next: (now: unknown) => unknown): void =>
    form.setFieldValue(name, next(form.getFieldValue(name)))
  return (
    <FieldInput
      {...rest}
      value={value ?? null}
      onChange={(next) => onChange?.(next)}
      mentions={mentioningOf(rest.field, { object, file: rest.parent, change })}
      invalid={status === 'error'}
      describedBy={describedBy}
    />
  )
}
