import { isVeiled } from '../access/field-access.ts'
import { auditRow } from '../audit/audit-row.ts'
import type { Context } from '../context.ts'
import type { ObjectType } from '../object/object-type.ts'
import { titleFieldOf } from '../object/object-type.ts'
import { name, sql } from '../query/sql.ts'
import { load } from '../record/load.ts'
import { undoUntil } from './undo-merge.ts'

export type MergeOnFile = {
  id: string
  at: string
  by: string | null
  undoUntil: string
  joined: readonly { id: string; title: string; number: string | null }[]
}

type Row = {
  id: string
  at: string
  by: string | null
  joined: { id: string; title: string | null; number: string | null }[]
}

/** What was joined into a record and stays so, newest first, with what each was called. */
export async function mergesOf(ctx: Context, type: ObjectType, id: string): Promise<MergeOnFile[]> {
  const merges = await ctx.reading(async (tx) => {
    await load(tx, type, id)
    const title = type.fields.get(titleFieldOf(type, ctx.locale))
    const column = title && !title.sealed && !isVeiled(ctx, type, title) ? title.columns[0] : undefined
    // Who sees the kept file sees its history, and in it what the others were called.
    const rows = await tx.asSystem('merges of a file').transaction((system) =>
      system.db.rows<Row>(sql`
        select merge.id, merge.at, merge.by, (
          select json_agg(json_build_object('id', part.record, 'number', part.number, 'title', ${column ? name('gone', column.name) : sql`null`}) order by part.record)
          from record_merge_part part join ${name(type.table)} gone on gone.id = part.record
          where part.merge = merge.id and part.role = 'joined') as joined
        from record_merge merge where merge.object = ${type.name} and merge.kept = ${id}::uuid and merge.undone_at is null
        order by merge.at desc limit 20`),
    )
    return rows.map((row) => ({
      ...row,
      at: new Date(row.at).toISOString(),
      undoUntil: undoUntil(row).toISOString(),
      joined: row.joined.map((record) => ({ ...record, title: record.title ?? '' })),
    }))
  })
  const records = [id, ...merges.flatMap(({ joined }) => joined.map((record) => record.id))]
  await ctx.kernel.audit.write(auditRow(ctx, { action: 'list', object: type.name, records }))
  return merges
}
