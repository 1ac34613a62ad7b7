import type { Context } from '../context.ts'
import type { ObjectType } from '../object/object-type.ts'
import { name, sql } from '../query/sql.ts'
import type { Draft } from './draft.ts'

/** Marks drafts of a list whose value somebody else has already, in the table or further up in the list: one such row leaves the others alone. */
export async function refuseTaken(ctx: Context, type: ObjectType, drafts: readonly Draft[]): Promise<void> {
  for (const { name: field, field: declared, columns } of type.stored.filter((bound) => bound.field.unique)) {
    const column = name(columns[0]?.name ?? field)
    const textOf = ({ values }: Draft): string => String(values[field] ?? '').toLowerCase()
    const rows = await ctx.db.rows<{ value: string }>(sql`
      select lower(${column}) as value from ${name(type.table)}
      where lower(${column}) = any(${drafts.map(textOf)}::text[]) and deleted_at is null`)
    const taken = new Set(rows.map(({ value }) => value))
    for (const draft of drafts) {
      const value = textOf(draft)
      if (!value) continue
      if (taken.has(value))
        draft.errors.push({ path: field, code: 'field.taken', params: { field: declared.label[ctx.locale] } })
      taken.add(value)
    }
  }
}
