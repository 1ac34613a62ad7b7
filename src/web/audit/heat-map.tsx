import { useQuery } from '@tanstack/react-query'
import { type AuditQuery, auditSums } from '../api/audit.ts'
import { ErrorState } from '../ui/error-state.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { useWords } from '../words/words.ts'
import type { ChangeAuditQuery } from './audit-page.tsx'

const hours = Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, '0'))
const mostDays = 31
const marked = new Set(['00', '06', '12', '18'])

/** Days by hours in the company's time: nights and bursts show at a glance. A day leads to its lines. */
export function HeatMap({ query, onChange }: { query: AuditQuery; onChange: ChangeAuditQuery }) {
  const { t, format } = useWords()
  const sums = useQuery(auditSums('hour', query))
  if (sums.isError) return <ErrorState error={sums.error} onRetry={() => void sums.refetch()} />
  if (!sums.data) return <Skeleton rows={6} height={20} />
  const counts = new Map(sums.data.groups.map(({ value, count }) => [value, count]))
  const days = [...new Set(sums.data.groups.map(({ value }) => value?.slice(0, 10) ?? ''))].slice(0, mostDays)
  const most = Math.max(1, ...counts.values())
  return (
    <section className="heat" aria-label={t('audit.heat')}>
      <h2>{t('audit.heat')}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{t('audit.day')}</span>
            </th>
            {hours.map((hour) => (
              <th key={hour} scope="col" className="meta">
                {marked.has(hour) ? hour : <span className="visually-hidden">{hour}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {days.map((day) => (
            <tr key={day}>
              <th scope="row" className="meta">
                <button type="button" onClick={() => onChange({ from: day, to: day })}>
                  {format.monthDay(day.slice(5))}
                </button>
              </th>
              {hours.map((hour) => (
                <Cell key={hour} count={counts.get(`${day}T${hour}`) ?? 0} most={most} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** Five shades; the number is there for whoever cannot see them. */
function Cell({ count, most }: { count: number; most: number }) {
  const shade = count === 0 ? 0 : Math.max(1, Math.ceil((Math.log(count + 1) / Math.log(most + 1)) * 4))
  return (
    <td className={`heat-${shade}`} title={count ? String(count) : undefined}>
      {count > 0 && <span className="visually-hidden">{count}</span>}
    </td>
  )
}
