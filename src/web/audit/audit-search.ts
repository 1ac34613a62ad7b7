import type { AuditQuery } from '../api/audit.ts'

const day = /^\d{4}-\d{2}-\d{2}$/
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const names = ['actor', 'file', 'action', 'result', 'reason', 'ip'] as const

/** The question as it stands in the address, so that it can be sent to a colleague. */
export function readAuditSearch(search: Record<string, unknown>): AuditQuery & { report?: string } {
  const query: ReturnType<typeof readAuditSearch> = {}
  if (typeof search.report === 'string' && uuid.test(search.report)) query.report = search.report
  for (const name of names) {
    const value = search[name]
    if (typeof value === 'string' && value !== '') query[name] = value
  }
  for (const name of ['from', 'to'] as const) {
    const value = search[name]
    if (typeof value === 'string' && day.test(value)) query[name] = value
  }
  return query
}
