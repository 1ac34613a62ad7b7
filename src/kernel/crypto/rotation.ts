import type { Context } from '../context.ts'
import { sql } from '../query/sql.ts'

/** An exchange of keys that is going on: its work, and how far it is. */
export type Rotation = { id: string; done: number; total: number | null }

export async function runningRotation(ctx: Context, kind: string): Promise<Rotation | undefined> {
  const [row] = await ctx.db.rows<Rotation>(
    sql`select id, done, total from job where kind = ${kind} and state in ('queued', 'running') limit 1`,
  )
  return row
}
