import { withClient } from './with-client.ts'

/** Tables that only grow: after a restore none may hold fewer rows. */
const growing = ['audit_event', 'field_change', 'data_key', 'shred_ledger', 'principal']

export function readCounts(url: string): Promise<Record<string, number>> {
  return withClient(url, async (client) => {
    const counts: Record<string, number> = {}
    for (const table of growing) {
      const { rows } = await client.query<{ count: number }>(`select count(*)::integer as count from ${table}`)
      counts[table] = rows[0]?.count ?? 0
    }
    return counts
  })
}
