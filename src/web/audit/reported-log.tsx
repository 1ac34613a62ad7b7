import { useQuery } from '@tanstack/react-query'
import { Navigate } from '@tanstack/react-router'
import type { AuditQuery } from '../api/audit.ts'
import { useObjectAt } from '../api/definitions.ts'
import { recordQuery } from '../api/records.ts'
import { ErrorState } from '../ui/error-state.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { queryOf } from './report-query.ts'

/** The way in from the mail of a report, which holds nothing of what it asks: on to the lines that it has counted. */
export function ReportedLog({ report, query }: { report: string; query: AuditQuery }) {
  const asked = useQuery(recordQuery(useObjectAt('log-reports'), report))
  if (asked.isError) return <ErrorState error={asked.error} onRetry={() => void asked.refetch()} />
  if (!asked.data) return <Skeleton rows={12} />
  return <Navigate to="/audit" search={queryOf(asked.data, query)} replace />
}
