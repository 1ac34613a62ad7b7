import { Form } from 'antd'
import type { ArrangedSection } from '#shared/sections'
import type { ObjectWire } from '#shared/wire'
import { firstValues, type Values } from '../../../web/form/form-values.ts'
import { RecordForm } from '../../../web/form/record-form.tsx'
import { useOwnWords } from './words.ts'

type LayoutPreviewProps = { object: ObjectWire; sections: readonly ArrangedSection[] }

/** The form as it would be with these sections, to be looked at. */
export function LayoutPreview({ object, sections }: LayoutPreviewProps) {
  const t = useOwnWords()
  const [form] = Form.useForm<Values>()
  return (
    <section className="layout-preview" aria-label={t('layout.preview')}>
      <h2>{t('layout.preview')}</h2>
      <div inert>
        <RecordForm
          form={form}
          object={{ ...object, sections }}
          initial={firstValues(object)}
          onChange={nothing}
          onSubmit={nothing}
        />
      </div>
    </section>
  )
}

const nothing = (): void => undefined
