import type { Context } from '../context.ts'
import { fieldOf } from '../object/object-type.ts'
import { name, type Sql, sql } from '../query/sql.ts'
import { update } from '../record/update.ts'
import { faceOf } from './proposal.ts'

/**
 * What waits as one with something whose keys are destroyed can be read by nobody any longer: it ends, so that the other records do
 * not wait for it. For the system alone.
 */
export async function endWholes(ctx: Context, ids: readonly string[]): Promise<void> {
  if (!ids.length) return
  const { type, fields } = faceOf(ctx)
  const column = (field: string): Sql => name(fieldOf(type, field).columns[0]?.name ?? '')
  const rows = await ctx.db.rows<{ id: string }>(sql`
    select id from ${name(type.table)} where (id = any(${ids as string[]}::uuid[]) or ${column(fields.whole)} = any(${ids as string[]}::uuid[]))
      and ${column(fields.state)} = any('{pending,returned,outdated}'::text[]) order by id for update`)
  for (const { id } of rows)
    await update(ctx, type, id, { [fields.state]: 'withdrawn', [fields.decidedAt]: ctx.now().toISOString() })
}
