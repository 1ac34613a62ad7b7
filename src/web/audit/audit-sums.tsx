import { useQuery } from '@tanstack/react-query'
import { type AuditQuery, auditSums } from '../api/audit.ts'
import { ErrorState } from '../ui/error-state.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { useWords } from '../words/words.ts'
import type { ChangeAuditQuery } from './audit-page.tsx'

type AuditSumsProps = { by: 'actor' | 'file'; query: AuditQuery; onChange: ChangeAuditQuery }

/** Who looked at a file, or at which files a person looked: how often, and when last. */
export function AuditSums({ by, query, onChange }: AuditSumsProps) {
  const { t, format } = useWords()
  const sums = useQuery(auditSums(by, query))
  const most = Math.max(1, ...(sums.data?.groups ?? []).map(({ count }) => count))
  const nameOf = (value: string | null): string =>
    value === null ? t('audit.nobody') : (sums.data?.titles[value] ?? value.slice(0, 8))
  return (
    <section className="audit-sums" aria-label={t(`audit.by.${by}`)}>
      <h2>{t(`audit.by.${by}`)}</h2>
      {sums.isError && <ErrorState error={sums.error} onRetry={() => void sums.refetch()} />}
      {sums.isPending && <Skeleton rows={4} height={32} />}
      {sums.data?.groups.length === 0 && <p className="muted">{t('audit.none')}</p>}
      <ul>
        {sums.data?.groups.slice(0, 20).map(({ value, count, last }) => (
          <li key={value ?? ''}>
            <button
              type="button"
              className="audit-sum"
              disabled={value === null}
              onClick={() => value !== null && onChange({ [by]: value })}
            >
              <span className="truncate">{nameOf(value)}</span>
              <span>{t('audit.times', { times: format.number(count) })}</span>
              <span className="audit-bar" style={{ width: `${(count / most) * 100}%` }} aria-hidden />
              <time className="meta" dateTime={last}>
                {format.shortDateTime(last)}
              </time>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
