import type { Context } from '../context.ts'
import type { ObjectType } from '../object/object-type.ts'
import { name, type Sql, sql } from '../query/sql.ts'
import { decodeRows, selectList } from '../record/row-codec.ts'
import type { Line } from './evidence.ts'
import type { Facts } from './judge.ts'

type Values = Readonly<Record<string, unknown>>

/** Facts of stored records, of those in the recycle bin too. Runs with the sight of the system: what it reads goes no further. */
export async function readFacts(
  ctx: Context,
  type: ObjectType,
  lines: readonly Line[],
  ids: readonly string[],
): Promise<ReadonlyMap<string, Facts>> {
  const owners = [...new Set([type, ...lines.flatMap(({ sources }) => sources.map(({ owner }) => owner))])]
  const byOwner = new Map<ObjectType, ReadonlyMap<string, Values[]>>()
  for (const owner of owners) byOwner.set(owner, await valuesOf(ctx, owner, { lines, ids, type }))
  return new Map(
    [...(byOwner.get(type)?.keys() ?? [])].map((id) => [
      id,
      lines.map(({ sources }) =>
        sources.flatMap(({ owner, bound }) =>
          (byOwner.get(owner)?.get(id) ?? []).flatMap((values) => given(values[bound.name])),
        ),
      ),
    ]),
  )
}

function given(value: unknown): unknown[] {
  return value === null || value === undefined ? [] : [value]
}

/** Values by the file on which they stand. */
async function valuesOf(
  ctx: Context,
  owner: ObjectType,
  { lines, ids, type }: { lines: readonly Line[]; ids: readonly string[]; type: ObjectType },
): Promise<ReadonlyMap<string, Values[]>> {
  const used = new Set(
    lines.flatMap(({ sources }) => sources.filter((each) => each.owner === owner)).map(({ bound }) => bound),
  )
  const fields = owner.stored.filter((bound) => used.has(bound))
  const file = name(owner.table, owner === type ? 'id' : (owner.parent?.column ?? 'id'))
  // What went into the recycle bin with its file stands on it all the same.
  const there: Sql = owner === type ? sql`true` : sql`(deleted_at is null or deleted_with = ${file})`
  const rows = await ctx.db.tuples(sql`
    select ${file}, ${selectList(ctx, owner, fields)} from ${name(owner.table)} where ${file} = any(${[...ids]}::uuid[]) and ${there}`)
  const records = await decodeRows(
    ctx,
    owner,
    rows.map((row) => row.slice(1)),
    fields,
  )
  const byFile = new Map<string, Values[]>()
  records.forEach(({ values }, index) => {
    const id = String(rows[index]?.[0])
    byFile.set(id, [...(byFile.get(id) ?? []), values])
  })
  return byFile
}
