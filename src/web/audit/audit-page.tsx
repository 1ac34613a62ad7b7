import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { type AuditQuery, auditQuery } from '../api/audit.ts'
import { useIsOn } from '../api/definitions.ts'
import { useDocumentTitle } from '../shell/use-document-title.ts'
import { PageHead } from '../ui/page-head.tsx'
import { useWords } from '../words/words.ts'
import { AuditFilters } from './audit-filters.tsx'
import { AuditLines } from './audit-lines.tsx'
import { AuditSums } from './audit-sums.tsx'
import { HeatMap } from './heat-map.tsx'
import { ReportedLog } from './reported-log.tsx'
import { SaveReport } from './save-report.tsx'
import { SealState } from './seal-state.tsx'
import { TraceExport } from './trace-export.tsx'
import './audit.css'

const route = getRouteApi('/app/audit')

export type ChangeAuditQuery = (change: AuditQuery) => void

/** The log, for those who answer for it: who did what, to which file, when and with what outcome. */
export function AuditPage() {
  const { report, ...query } = route.useSearch()
  return report ? <ReportedLog report={report} query={query} /> : <Log query={query} />
}

function Log({ query }: { query: AuditQuery }) {
  const { t } = useWords()
  const exports = useIsOn('export')
  const navigate = useNavigate()
  const lines = useInfiniteQuery(auditQuery(query))
  const titles = Object.assign({}, ...(lines.data?.pages.map((page) => page.titles) ?? []))
  useDocumentTitle(t('audit.title'))
  const change: ChangeAuditQuery = (next) =>
    void navigate({ to: '/audit', search: { ...query, ...next }, replace: true })
  return (
    <div className="audit-page">
      <PageHead title={t('audit.title')} detail={<SealState />}>
        <SaveReport query={query} />
      </PageHead>
      <AuditFilters query={query} titles={titles} onChange={change} />
      <div className="audit-body">
        <AuditLines query={query} titles={titles} onChange={change} />
        <aside className="audit-side">
          {query.file && <AuditSums by="actor" query={query} onChange={change} />}
          {query.actor && <AuditSums by="file" query={query} onChange={change} />}
          <HeatMap query={query} onChange={change} />
          {exports && <TraceExport />}
        </aside>
      </div>
    </div>
  )
}
