import type { Context } from '../context.ts'
import type { ObjectType } from '../object/object-type.ts'
import { name, sql } from '../query/sql.ts'
import { referencesOf } from '../record/references.ts'
import type { Part } from './merged.ts'

type Returning = { byFile: ReadonlyMap<string, ReadonlySet<string>>; staying: readonly Part[] }

/**
 * Which children go back to the file that they came from: those that nobody has changed since, nor anything on the file that names them or
 * that they name, as what stands on two files cannot name each other.
 */
export async function returningChildren(
  ctx: Context,
  type: ObjectType,
  kept: string,
  parts: readonly Part[],
): Promise<Returning> {
  const going = new Map<string, Part>()
  for (const [object, some] of Map.groupBy(parts, (part) => part.object)) {
    const child = ctx.type(object)
    const rows = await ctx.db.rows<{ id: string; version: number }>(sql`
      select id, version from ${name(child.table)}
      where id = any(${some.map(({ record }) => record)}::uuid[]) and ${name(child.parent?.column ?? '')} = ${kept}::uuid`)
    const versions = new Map(rows.map(({ id, version }) => [id, version]))
    for (const part of some) if (versions.get(part.record) === part.version) going.set(part.record, part)
  }
  const ties = await tiesOn(ctx, type, kept)
  const fileOf = (id: string): unknown => going.get(id)?.past?.from
  let before: number
  do {
    before = going.size
    for (const [one, other] of ties)
      if (fileOf(one) !== fileOf(other)) {
        going.delete(one)
        going.delete(other)
      }
  } while (going.size < before)
  const byFile = new Map<string, Set<string>>()
  for (const { record, past } of going.values()) {
    const file = String(past?.from)
    byFile.set(file, (byFile.get(file) ?? new Set()).add(record))
  }
  return { byFile, staying: parts.filter(({ record }) => !going.has(record)) }
}

/** Pairs of records on a file of which one names the other, in the recycle bin or not. */
async function tiesOn(ctx: Context, type: ObjectType, file: string): Promise<[string, string][]> {
  const ties: [string, string][] = []
  for (const child of ctx.kernel.registry.children(type.name))
    for (const { bound, target } of referencesOf(ctx, child)) {
      const [column] = bound.columns
      if (!child.parent || target.parent?.object !== type.name || column?.type !== 'uuid') continue
      const rows = await ctx.db.rows<{ one: string; other: string }>(sql`
        select id as one, ${name(column.name)} as other from ${name(child.table)}
        where ${name(child.parent.column)} = ${file}::uuid and ${name(column.name)} is not null`)
      ties.push(...rows.map(({ one, other }): [string, string] => [one, other]))
    }
  return ties
}
