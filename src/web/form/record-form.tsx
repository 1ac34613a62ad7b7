import { Form, type FormInstance } from 'antd'
import { type ClipboardEvent, type KeyboardEvent, useMemo, useState } from 'react'
import type { FieldWire, ObjectWire, RecordAnswer, SectionWire, Titles } from '#shared/wire'
import { fieldOf } from '../api/definitions.ts'
import { isBlock, mayPaste } from '../paste/may-paste.ts'
import { PasteHead } from '../paste/paste-head.tsx'
import { isShortcut } from '../shortcuts/shortcuts.ts'
import { useWords } from '../words/words.ts'
import { FormField } from './form-field.tsx'
import { canType, type Values } from './form-values.ts'
import { needsOf } from './needs.ts'
import { ReadField } from './read-field.tsx'
import { useParent } from './use-parent.ts'
import 'virtual:antd/form.css'
import 'virtual:antd/row.css'
import 'virtual:antd/col.css'
import './form.css'

type RecordFormProps = {
  form: FormInstance<Values>
  object: ObjectWire
  initial: Values
  /** Of records that the values name, beside those that the record itself names. */
  titles?: Titles
  /** Absent: a new record. */
  record?: RecordAnswer
  /** Fields that the place of the form decides, such as the customer on whose file it stands. */
  fixed?: Values
  onChange: (values: Values) => void
  onSubmit: (values: Values) => void
  /** Names of the fields for which it could not be submitted. */
  onRefused?: (fields: readonly string[]) => void
}

/** The form of an object: its sections and fields, each with the input of its kind; Ctrl+Enter saves. */
export function RecordForm(props: RecordFormProps) {
  const { form, object, initial, record, fixed = {}, onChange, onSubmit, onRefused } = props
  const { label } = useWords()
  const [needs, setNeeds] = useState(() => needsOf(object, initial, record?.masked))
  const { parent, follow } = useParent(object, { ...initial, ...fixed })
  const change = (changed: Values, values: Values): void => {
    onChange(values)
    form.setFieldsValue(follow(changed))
    const next = needsOf(object, { ...initial, ...values }, record?.masked)
    setNeeds((was) => (JSON.stringify(was) === JSON.stringify(next) ? was : next))
  }
  const titles = useMemo(() => ({ ...record?.titles, ...props.titles }), [record?.titles, props.titles])
  const submitByKey = (event: KeyboardEvent): void => {
    if (isShortcut(event, 'save')) form.submit()
  }
  const sections = shownSections(object, fixed, record)
  const typed = sections.flatMap(({ fields }) => fields).filter(canType)
  const [first] = typed
  const [pasted, setPasted] = useState<string>()
  const takePasted = (values: Values): void => {
    form.setFieldsValue(values)
    change(values, { ...form.getFieldsValue(), ...values })
    setPasted(undefined)
    form.scrollToField(object.title, { focus: true, block: 'nearest' })
  }
  const takeBlock = (event: ClipboardEvent): void => {
    const text = event.clipboardData.getData('text/plain')
    const { target } = event
    if (!(target instanceof HTMLInputElement) || target.id !== object.title || !mayPaste(typed) || !isBlock(text))
      return
    event.preventDefault()
    setPasted(text)
  }
  const settings = { form, initialValues: initial, onValuesChange: change, onFinish: onSubmit, onKeyDown: submitByKey }
  const refuse = ({ errorFields }: { errorFields: readonly { name: readonly unknown[] }[] }): void =>
    onRefused?.(errorFields.map(({ name }) => name.join('.')))
  return (
    <Form
      {...settings}
      layout="vertical"
      requiredMark={false}
      scrollToFirstError={{ focus: true }}
      noValidate
      onFinishFailed={refuse}
      onPaste={takeBlock}
    >
      {mayPaste(typed) && (
        <PasteHead
          object={object}
          fields={typed}
          text={pasted}
          onText={setPasted}
          valuesNow={() => form.getFieldsValue()}
          onTake={takePasted}
        />
      )}
      {sections.map(({ section, fields }) => (
        <fieldset key={section.name} className="form-section">
          <legend>{label(section.label)}</legend>
          <div className="form-fields">
            {fields.map((field) =>
              canType(field) ? (
                <FormField
                  key={field.name}
                  object={object}
                  field={field}
                  need={needs[field.name]}
                  titles={titles}
                  mask={record?.masked?.[field.name]}
                  isNew={!record}
                  autoFocus={field === first}
                  parent={parent}
                />
              ) : (
                record && <ReadField key={field.name} object={object} field={field} record={record} />
              ),
            )}
          </div>
        </fieldset>
      ))}
    </Form>
  )
}

type ShownSection = { section: SectionWire; fields: readonly FieldWire[] }

// What a role may read but not change is shown, so that nobody looks for it; what nobody writes is not part of a form.
function shownSections(object: ObjectWire, fixed: Values, record?: RecordAnswer): readonly ShownSection[] {
  const shown = (name: string): readonly FieldWire[] => {
    const field = name in fixed ? undefined : fieldOf(object, name)
    return field && (canType(field) || (record && field.access === 'read')) ? [field] : []
  }
  return object.sections
    .map((section) => ({ section, fields: section.fields.flatMap(shown) }))
    .filter(({ fields }) => fields.length > 0)
}
