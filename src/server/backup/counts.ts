import type { Client } from 'pg'

/** Tables that only grow: after a restore none may hold fewer rows. */
const growing = ['audit_event', 'field_change', 'data_key', 'shred_ledger', 'principal']

export async function readCounts(client: Client): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const table of growing) {
    const { rows } = await client.query<{ count: number }>(`select count(*)::integer as count from ${table}`)
    counts[table] = rows[0]?.count ?? 0
  }
  return counts
}
