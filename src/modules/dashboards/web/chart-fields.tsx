import { Select } from 'antd'
import { type Chart, chartWidths, formsFor } from '#shared/chart'
import type { ObjectWire } from '#shared/wire'
import { fieldOf } from '../../../web/api/definitions.ts'
import { useWords } from '../../../web/words/words.ts'
import { firstSpan, groupings, measures } from './chart-draft.ts'
import 'virtual:antd/select.css'
import 'virtual:antd/empty.css'

type ChartFieldsProps = { object: ObjectWire; draft: Chart; onChange: (next: Partial<Chart>) => void }

const spanNames = ['day', 'week', 'month', 'quarter', 'year', 'province'] as const
/** Stands for no choice: a list of choices knows texts alone. */
const none = ''

/** By what, how finely, which figure, in which form and how wide. */
export function ChartFields({ object, draft, onChange }: ChartFieldsProps) {
  const { t, label } = useWords()
  const field = draft.by === undefined ? undefined : fieldOf(object, draft.by)
  const forms = formsFor(field && { kind: field.kind, per: draft.per })
  const spans = spanNames
    .filter((span) => field?.spans.includes(span))
    .map((span) => ({ value: span, label: t(`dashboards.pers.${span}`) }))
  const each = field?.groupable ? [{ value: none, label: t('dashboards.form.each') }] : []
  const choose = (name: string): void => {
    const next = fieldOf(object, name)
    onChange({ by: next?.name, per: next && firstSpan(next) })
  }
  return (
    <>
      <Pick
        label={t('dashboards.form.by')}
        value={draft.by ?? none}
        options={[
          { value: none, label: t('dashboards.form.all') },
          ...groupings(object).map((one) => ({ value: one.name, label: label(one.label) })),
        ]}
        onChange={choose}
      />
      {spans.length > 0 && (
        <Pick
          label={t('dashboards.form.per')}
          value={draft.per ?? none}
          options={[...each, ...spans]}
          onChange={(per) => onChange({ per: per || undefined })}
        />
      )}
      <Pick
        label={t('dashboards.form.measure')}
        value={draft.sum ?? none}
        options={[
          { value: none, label: t('dashboards.form.count') },
          ...measures(object).map((one) => ({
            value: one.name,
            label: t('dashboards.form.sum', { name: label(one.label) }),
          })),
        ]}
        onChange={(sum) => onChange({ sum: sum || undefined })}
      />
      <Pick
        label={t('dashboards.form.shape')}
        value={draft.form}
        options={forms.map((form) => ({ value: form, label: t(`dashboards.forms.${form}`) }))}
        onChange={(form) => onChange({ form })}
      />
      <Pick
        label={t('dashboards.width')}
        value={draft.width}
        options={chartWidths.map((width) => ({ value: width, label: t(`dashboards.widths.${width}`) }))}
        onChange={(width) => onChange({ width })}
      />
    </>
  )
}

type PickProps<Name extends string> = {
  label: string
  value: Name
  options: { value: Name; label: string }[]
  onChange: (value: Name) => void
}

/** One of a few, with its name above. */
export function Pick<Name extends string>({ label, value, options, onChange }: PickProps<Name>) {
  return (
    <div className="chart-field">
      <span aria-hidden>{label}</span>
      <Select<Name>
        aria-label={label}
        value={value}
        options={options}
        showSearch={options.length > 8 && { optionFilterProp: 'label' }}
        onChange={onChange}
      />
    </div>
  )
}
