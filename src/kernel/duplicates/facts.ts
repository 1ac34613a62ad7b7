import type { Context } from '../context.ts'
import { NotSealedHere } from '../crypto/cipher.ts'
import type { ObjectType } from '../object/object-type.ts'
import { name, type Sql, sql } from '../query/sql.ts'
import { decodeRows, type Stored, selectList } from '../record/row-codec.ts'
import type { Line } from './evidence.ts'
import type { Facts } from './judge.ts'

type Values = Readonly<Record<string, unknown>>
type Row = readonly unknown[]

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
  const open = (some: readonly Row[]): Promise<Stored[]> =>
    decodeRows(
      ctx,
      owner,
      some.map((row) => row.slice(1)),
      fields,
    )
  const opened = await open(rows)
    .then((records) => records.map((record, at) => ({ file: rows[at]?.[0], values: record.values })))
    .catch(async (error: unknown) => {
      if (!(error instanceof NotSealedHere)) throw error
      return soundOnes(rows, open)
    })
  const byFile = new Map<string, Values[]>()
  for (const { file, values } of opened) byFile.set(String(file), [...(byFile.get(String(file)) ?? []), values])
  return byFile
}

/** A record whose value was bent in the database has nothing to say, and keeps nobody else from being found; the check of integrity tells of it. */
async function soundOnes(
  rows: readonly Row[],
  open: (some: readonly Row[]) => Promise<Stored[]>,
): Promise<{ file: unknown; values: Values }[]> {
  const sound: { file: unknown; values: Values }[] = []
  for (const row of rows) {
    try {
      for (const { values } of await open([row])) sound.push({ file: row[0], values })
    } catch (error) {
      if (!(error instanceof NotSealedHere)) throw error
    }
  }
  return sound
}
