import { ruling, scope } from '../access/scope.ts'
import type { Context } from '../context.ts'
import type { BoundField } from '../object/bound-field.ts'
import { fieldOf, type ObjectType } from '../object/object-type.ts'
import { all, name, type Sql, sql } from '../query/sql.ts'
import { load } from '../record/load.ts'
import { referencesOf } from '../record/references.ts'
import { update } from '../record/update.ts'
import type { Part } from './merged.ts'

export type Files = { kept: string; joined: readonly string[] }

export type Count = { object: string; count: number }

type Pointer = { owner: ObjectType; bound: BoundField; names(files: Files): Sql }

/** Fields of other records that name one of these objects; what stands on its file moves as a whole. */
function pointersTo(ctx: Context, type: ObjectType): Pointer[] {
  return [...ctx.kernel.registry.objects.values()].flatMap((owner): Pointer[] => {
    const fields = referencesOf(ctx, owner)
      .filter(({ bound, target }) => target === type && bound.name !== owner.parent?.field)
      .map(({ bound }) => bound)
    const pointers = fields.map((bound): Pointer => {
      const column = name(owner.table, bound.columns[0]?.name ?? '')
      const isMany = bound.columns[0]?.type.endsWith('[]')
      return {
        owner,
        bound,
        names: ({ joined }) =>
          isMany ? sql`${column} && ${[...joined]}::uuid[]` : sql`${column} = any(${[...joined]}::uuid[])`,
      }
    })
    return [...pointers, ...atHand(owner, type)]
  })
}

/** What somebody keeps at hand, once. What tells of something that happened goes on telling of its record. */
function atHand(owner: ObjectType, type: ObjectType): Pointer[] {
  const { about, custody } = owner.definition
  if (!about?.live || custody.type !== 'own') return []
  const column = (table: string, field: string): Sql => name(table, fieldOf(owner, field).columns[0]?.name ?? '')
  const of = (table: string): Sql => sql`${column(table, about.object)} = ${type.name}`
  const holder = custody.owner
  return [
    {
      owner,
      bound: fieldOf(owner, about.record),
      names: ({
        kept,
        joined,
      }) => sql`(${of(owner.table)} and ${column(owner.table, about.record)} = any(${[...joined]}::text[])
        and not exists (select from ${name(owner.table)} as there where ${of('there')} and ${column('there', about.record)} = ${kept}
          and ${column('there', holder)} = ${column(owner.table, holder)} and there.deleted_at is null))`,
    },
  ]
}

function naming({ owner, names }: Pointer, files: Files): Sql[] {
  return [
    names(files),
    sql`${name(owner.table, 'deleted_at')} is null`,
    sql`not ${name(owner.table, 'id')} = any(${[files.kept, ...files.joined]}::uuid[])`,
  ]
}

/** How many records elsewhere name those that go, as far as whoever merges sees them. */
export async function countReferences(ctx: Context, type: ObjectType, files: Files): Promise<Count[]> {
  const counts = new Map<string, number>()
  for (const pointer of pointersTo(ctx, type)) {
    const { owner } = pointer
    if (ruling(ctx, owner, 'read') === false) continue
    const [row] = await ctx.db.rows<{ count: number }>(sql`
      select count(*)::integer as count from ${name(owner.table)}
      where ${all([...naming(pointer, files), scope(ctx, owner, 'read')])}`)
    if (row?.count) counts.set(owner.name, (counts.get(owner.name) ?? 0) + row.count)
  }
  return [...counts].map(([object, count]) => ({ object, count }))
}

/** The same for what stands on the files of those that go, and moves. */
export async function countChildren(ctx: Context, type: ObjectType, { joined }: Files): Promise<Count[]> {
  const counts: Count[] = []
  for (const child of ctx.kernel.registry.children(type.name)) {
    if (!child.parent || ruling(ctx, child, 'read') === false) continue
    const [row] = await ctx.db.rows<{ count: number }>(sql`
      select count(*)::integer as count from ${name(child.table)} where ${all([
        sql`${name(child.table, child.parent.column)} = any(${[...joined]}::uuid[])`,
        sql`${name(child.table, 'deleted_at')} is null`,
        scope(ctx, child, 'read'),
      ])}`)
    if (row?.count) counts.push({ object: child.name, count: row.count })
  }
  return counts
}

/** Whatever names a record that goes names the kept one. Runs with the sight of the system. */
export async function moveReferences(ctx: Context, type: ObjectType, files: Files): Promise<Part[]> {
  const found = new Map<string, { owner: ObjectType; id: string; fields: string[] }>()
  for (const pointer of pointersTo(ctx, type)) {
    const { owner, bound } = pointer
    const rows = await ctx.db.rows<{ id: string }>(
      sql`select id from ${name(owner.table)} where ${all(naming(pointer, files))} order by id`,
    )
    for (const { id } of rows) {
      const key = `${owner.name} ${id}`
      const fields = [...(found.get(key)?.fields ?? []), bound.name]
      found.set(key, { owner, id, fields })
    }
  }
  const parts: Part[] = []
  for (const each of found.values()) parts.push(...(await repoint(ctx, each, files)))
  return parts
}

async function repoint(
  ctx: Context,
  { owner, id, fields }: { owner: ObjectType; id: string; fields: readonly string[] },
  { kept, joined }: Files,
): Promise<Part[]> {
  const { values, version } = await load(ctx, owner, id)
  const instead = (value: unknown): unknown => (joined.some((one) => one === value) ? kept : value)
  const patch = fields.map((field) => {
    const value = values[field]
    return [field, Array.isArray(value) ? [...new Set(value.map(instead))] : instead(value)] as const
  })
  await update(ctx, owner, id, Object.fromEntries(patch))
  return [{ role: 'reference', object: owner.name, record: id, version: version + 1 }]
}
