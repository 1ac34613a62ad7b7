import type { Chart } from '#shared/chart'
import type { Slice } from '../../../web/chart/slice.ts'
import { useWords } from '../../../web/words/words.ts'
import { RowsLink } from './rows-link.tsx'
import type { ChartFacts } from './use-chart.ts'

type ChartTableProps = { chart: Chart; facts: ChartFacts; slices: readonly Slice[] }

/** All that a chart counts, as lines that open their records. */
export function ChartTable({ chart, facts: { object, field, sum }, slices }: ChartTableProps) {
  const { label, labelOfMany } = useWords()
  return (
    <div className="chart-table">
      <table>
        <thead>
          <tr>
            <th scope="col">{field && label(field.label)}</th>
            <th scope="col" className="chart-figure">
              {sum ? label(sum.label) : labelOfMany(object.label)}
            </th>
          </tr>
        </thead>
        <tbody>
          {slices.map((slice) => (
            <tr key={JSON.stringify(slice.value)}>
              <th scope="row">
                <RowsLink chart={chart} object={object} where={slice.where}>
                  {slice.text || chart.title}
                </RowsLink>
              </th>
              <td className="chart-figure">{slice.told}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
