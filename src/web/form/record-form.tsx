import { Form, type FormInstance } from 'antd'
import { type KeyboardEvent, useState } from 'react'
import type { FieldWire, ObjectWire, SectionWire, Titles } from '#shared/wire'
import { fieldOf } from '../api/definitions.ts'
import { useWords } from '../words/words.ts'
import { FormField } from './form-field.tsx'
import { canType, type Values } from './form-values.ts'
import { needsOf } from './needs.ts'
import { useParent } from './use-parent.ts'
import 'virtual:antd/form.css'
import 'virtual:antd/row.css'
import 'virtual:antd/col.css'
import './form.css'

type RecordFormProps = {
  form: FormInstance<Values>
  object: ObjectWire
  initial: Values
  titles: Titles
  /** Fields that the place of the form decides, such as the customer on whose file it stands. */
  fixed?: Values
  onChange: (values: Values) => void
  onSubmit: (values: Values) => void
}

/** The form of an object: its sections and fields, each with the input of its kind; Ctrl+Enter saves. */
export function RecordForm({ form, object, initial, titles, fixed = {}, onChange, onSubmit }: RecordFormProps) {
  const { label } = useWords()
  const [needs, setNeeds] = useState(() => needsOf(object, initial))
  const { parent, follow } = useParent(object, { ...initial, ...fixed })
  const change = (changed: Values, values: Values): void => {
    onChange(values)
    form.setFieldsValue(follow(changed))
    const next = needsOf(object, { ...initial, ...values })
    setNeeds((was) => (JSON.stringify(was) === JSON.stringify(next) ? was : next))
  }
  const submitByKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.submit()
  }
  const sections = typedSections(object, fixed)
  const first = sections[0]?.fields[0]
  const settings = { form, initialValues: initial, onValuesChange: change, onFinish: onSubmit, onKeyDown: submitByKey }
  return (
    <Form {...settings} layout="vertical" requiredMark={false} scrollToFirstError={{ focus: true }} noValidate>
      {sections.map(({ section, fields }) => (
        <fieldset key={section.name} className="form-section">
          <legend>{label(section.label)}</legend>
          <div className="form-fields">
            {fields.map((field) => (
              <FormField
                key={field.name}
                field={field}
                need={needs[field.name]}
                titles={titles}
                autoFocus={field === first}
                parent={parent}
              />
            ))}
          </div>
        </fieldset>
      ))}
    </Form>
  )
}

type TypedSection = { section: SectionWire; fields: readonly FieldWire[] }

function typedSections(object: ObjectWire, fixed: Values): readonly TypedSection[] {
  const typed = (name: string): readonly FieldWire[] => {
    const field = name in fixed ? undefined : fieldOf(object, name)
    return field && canType(field) ? [field] : []
  }
  return object.sections
    .map((section) => ({ section, fields: section.fields.flatMap(typed) }))
    .filter(({ fields }) => fields.length > 0)
}
