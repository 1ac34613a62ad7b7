import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ScrollText } from 'lucide-react'
import { auditResults } from '#shared/audit-results'
import type { Titles } from '#shared/wire'
import { type AuditLine, type AuditQuery, auditQuery } from '../api/audit.ts'
import { useObjects } from '../api/definitions.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { Pill } from '../ui/pill.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { useWords } from '../words/words.ts'
import type { ChangeAuditQuery } from './audit-page.tsx'
import { useActionWord } from './use-action-word.ts'

type AuditLinesProps = { query: AuditQuery; titles: Titles; onChange: ChangeAuditQuery }

export function AuditLines({ query, titles, onChange }: AuditLinesProps) {
  const { t } = useWords()
  const lines = useInfiniteQuery(auditQuery(query))
  if (lines.isError) return <ErrorState error={lines.error} onRetry={() => void lines.refetch()} />
  if (!lines.data) return <Skeleton rows={12} />
  const items = lines.data.pages.flatMap((page) => page.items)
  if (items.length === 0) return <EmptyState icon={ScrollText} title={t('audit.none')} text={t('audit.noneText')} />
  return (
    <section className="audit-lines" aria-label={t('audit.lines')}>
      <ol>
        {items.map((line) => (
          <Line key={line.id} line={line} titles={titles} onChange={onChange} />
        ))}
      </ol>
      {lines.hasNextPage && (
        <Button busy={lines.isFetchingNextPage} onClick={() => void lines.fetchNextPage()}>
          {t('audit.older')}
        </Button>
      )}
    </section>
  )
}

function Line({ line, titles, onChange }: { line: AuditLine; titles: Titles; onChange: ChangeAuditQuery }) {
  const { label, t, format } = useWords()
  const actionWord = useActionWord()
  const { actor, ip } = line
  return (
    <li className="audit-line">
      <time className="meta" dateTime={line.at} title={format.dateTime(line.at)}>
        {format.shortDateTime(line.at)}
      </time>
      {actor ? (
        <button type="button" className="audit-who truncate" onClick={() => onChange({ actor })}>
          {titles[actor] ?? actor.slice(0, 8)}
        </button>
      ) : (
        <span className="muted">{t(line.rule?.startsWith('system') ? 'audit.system' : 'audit.nobody')}</span>
      )}
      <span className="audit-act">
        {actionWord(line.action)}
        {line.result !== 'done' && (
          <Pill colour="red">{label(line.result === 'failed' ? auditResults.failed : auditResults.refused)}</Pill>
        )}
      </span>
      <span className="audit-what">
        <What line={line} titles={titles} />
        {line.reason && <span className="muted audit-reason">{line.reason}</span>}
      </span>
      {ip ? (
        <button type="button" className="meta audit-ip" onClick={() => onChange({ ip })}>
          {ip}
        </button>
      ) : (
        <span className="meta audit-ip">{line.channel}</span>
      )}
    </li>
  )
}

/** The record, with the way to it where it can be opened; or how many stood in a list. */
function What({ line, titles }: { line: AuditLine; titles: Titles }) {
  const { t, label, format } = useWords()
  const object = useObjects().find(({ name }) => name === line.object)
  const kind = object ? label(object.label) : line.object === 'audit_event' ? t('audit.title') : (line.object ?? '')
  const title = line.record === null ? undefined : titles[line.record]
  return (
    <span className="audit-record">
      <span>{kind}</span>
      {object && line.record && title !== undefined && (
        <Link to="/o/$path/$id" params={{ path: object.path, id: line.record }} className="link truncate">
          {title}
        </Link>
      )}
      {line.records > 0 && <span className="meta">{t('audit.records', { records: format.number(line.records) })}</span>}
    </span>
  )
}
