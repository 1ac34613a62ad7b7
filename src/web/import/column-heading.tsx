import { Select } from 'antd'
import 'virtual:antd/select.css'
import 'virtual:antd/empty.css'
import { useImportWords } from './import-words.ts'

type ColumnHeadingProps = {
  heading: string
  field: string | null
  options: readonly { value: string; label: string }[]
  /** Fields that a column has already; each takes but one. */
  taken: ReadonlySet<string | null>
  onField: (heading: string, field: string | null) => void
}

/** A column's own heading, and the field that it comes into. */
export function ColumnHeading({ heading, field, options, taken, onField }: ColumnHeadingProps) {
  const own = useImportWords()
  return (
    <th scope="col">
      <span className="truncate preview-heading" title={heading}>
        {heading}
      </span>
      <Select
        size="small"
        aria-label={own('fieldOf', { heading })}
        value={field ?? undefined}
        placeholder={own('leaveOut')}
        allowClear
        options={options.map((one) => ({ ...one, disabled: one.value !== field && taken.has(one.value) }))}
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
        onChange={(next: string | undefined) => onField(heading, next ?? null)}
      />
    </th>
  )
}
