import type { RecordAnswer } from '#shared/wire'
import { useWords } from '../../../web/words/words.ts'
import { type Mark, marksIn } from './marks.ts'
import { useAppraisalWords } from './words.ts'
import '../../../web/ui/figure-table.css'

/** From figure to score to total, with all that the sum is made of. */
export function MarksTable({ record }: { record: RecordAnswer }) {
  const t = useAppraisalWords()
  const { format } = useWords()
  const told = (value: unknown): string => (typeof value === 'number' ? format.number(value) : '—')
  const isChanged = typeof record.decidedScore === 'number'
  return (
    <div className="figure-table appraisal-table">
      <table>
        <thead>
          <tr>
            <th scope="col">{t('figure')}</th>
            {(['value', 'sixty', 'hundred', 'score', 'weight'] as const).map((name) => (
              <th key={name} scope="col">
                {t(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {marksIn(record.marks).map((mark) => (
            <tr key={mark.figure}>
              <th scope="row">{t(`names.${mark.figure}`)}</th>
              <td>
                <Result mark={mark} />
              </td>
              <td>{told(mark.sixty)}</td>
              <td>{told(mark.hundred)}</td>
              <td className={mark.score !== null && mark.score < 60 ? 'appraisal-low' : undefined}>
                {told(mark.score)}
              </td>
              <td>{told(mark.weight)}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">{t(isChanged ? 'changed' : 'manager')}</th>
            <td colSpan={3} />
            <td>{told(record.decidedScore ?? record.managerScore)}</td>
            <td>{told(record.managerWeight)}</td>
          </tr>
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('total')}</th>
            <td colSpan={3} />
            <td>{told(record.total)}</td>
            <td />
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

function Result({ mark: { figure, value, good, of } }: { mark: Mark }) {
  const t = useAppraisalWords()
  const { format } = useWords()
  if (value === null) return <span className="muted">{t('none')}</span>
  if (figure === 'age') return t('days', { count: value })
  return (
    <>
      {format.number(value)} %{' '}
      {good !== null && of !== null && (
        <span className="meta">{t('of', { good: format.number(good), of: format.number(of) })}</span>
      )}
    </>
  )
}
