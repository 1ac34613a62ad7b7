import type { ImportWire } from '../api/imports.ts'
import { useWords } from '../words/words.ts'
import { ColumnHeading } from './column-heading.tsx'
import { useImportWords } from './import-words.ts'
import { PreviewCell } from './preview-cell.tsx'

type PreviewTableProps = { current: ImportWire; onField: (heading: string, field: string | null) => void }

export function PreviewTable({ current: { fileName, columns, targets, preview }, onField }: PreviewTableProps) {
  const own = useImportWords()
  const { label } = useWords()
  const options = targets.map((target) => ({ value: target.path, label: label(target.label) }))
  const nameOf = new Map(options.map((option) => [option.value, option.label]))
  const taken = new Set(columns.map(({ field }) => field))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled sideways with the arrow keys
    <section className="preview-scroll" tabIndex={0} aria-label={fileName}>
      <table className="preview-table">
        <thead>
          <tr>
            <th scope="col" className="preview-number">
              <span className="visually-hidden">{own('row')}</span>
            </th>
            {columns.map((column) => (
              <ColumnHeading key={column.heading} {...column} options={options} taken={taken} onField={onField} />
            ))}
          </tr>
        </thead>
        <tbody>
          {preview.map(({ row, cells }) => (
            <tr key={row}>
              <th scope="row" className="preview-number">
                {row}
              </th>
              {columns.map(({ heading, field }, index) => (
                <PreviewCell key={heading} cell={cells[index]} name={field === null ? undefined : nameOf.get(field)} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
