import { AppError } from '#shared/app-error'
import type { Context } from '../context.ts'
import { underProof } from '../integrity/under-proof.ts'
import { fieldOf, type ObjectType } from '../object/object-type.ts'
import { passToProposals } from '../proposal/pass-guard.ts'
import { list, name, type Sql, sql } from '../query/sql.ts'
import { decodeRows, selectList } from '../record/row-codec.ts'
import { beyondSight } from '../record/transaction.ts'
import { everything, house, pool } from './actor.ts'
import { unitsOf } from './people.ts'
import { keysLiteral } from './scope.ts'

/** Who may see and change a record, as internal numbers, and its level: copied from the file to all that lives on it. */
export type Guard = {
  read: readonly number[]
  write: readonly number[]
  /** Who may add to the file and change what lives on it; those who may change the file itself are among them. */
  work: readonly number[]
  level: number
  owner: string | null
}

type Held = { id: string; values: Readonly<Record<string, unknown>> }

const generalLevel = 1

/** Guards of new or changed records, in their order. Shared objects have none. What is not there yet (`fresh`) is shared with nobody. */
export async function guardsOf(
  ctx: Context,
  type: ObjectType,
  records: readonly Held[],
  { fresh = false }: { fresh?: boolean } = {},
): Promise<readonly (Guard | null)[]> {
  const { custody } = type.definition
  if (custody.type === 'shared') return records.map(() => null)
  if (custody.type === 'about') return aboutGuards(ctx, custody, records)
  if (custody.type === 'child') return childGuards(ctx, type, records)
  const fields = [custody.owner, ...(custody.people ?? []), ...(custody.unit ? [custody.unit] : [])]
  const holders = records.map(({ values }) => fields.flatMap((field) => idsOf(values[field])))
  const keys = await ctx.kernel.principals.keysOf(ctx.db, [...new Set(holders.flat())])
  const ids = fresh ? [] : records.map(({ id }) => id)
  const shares = await sharesOf(ctx, type, ids)
  return records.map(({ id, values }, index) => {
    const held = (holders[index] ?? []).flatMap((holder) => keys.get(holder) ?? [])
    const acl = [...new Set([everything, ...(values[custody.owner] ? [] : [pool]), ...held])].sort((a, b) => a - b)
    const shared = shares.get(id) ?? []
    const withShares = (access: readonly string[]): number[] => [
      ...acl,
      ...shared.filter((share) => access.includes(share.access)).map(({ key }) => key),
    ]
    return {
      read: withShares(['read', 'work', 'all']),
      write: withShares(['all']),
      work: withShares(['work', 'all']),
      level: levelOf(type, values),
      owner: id,
    }
  })
}

function idsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.filter((id) => typeof id === 'string')
  return typeof value === 'string' ? [value] : []
}

export function levelOf(type: ObjectType, values: Readonly<Record<string, unknown>>): number {
  const field = type.definition.level
  return field ? Number(values[field] ?? generalLevel) : generalLevel
}

/**
 * What is about a record is seen by whoever sees that, and changed by the system alone; what is about the house, by those who
 * look after it and by who brought it.
 */
async function aboutGuards(
  ctx: Context,
  custody: { object: string; record: string; by: string },
  records: readonly Held[],
): Promise<readonly Guard[]> {
  const people = records.map(({ values }) => String(values[custody.by]))
  const keys = await ctx.kernel.principals.keysOf(ctx.db, [...new Set(people)])
  const guards: Guard[] = []
  for (const { id, values } of records) {
    const target = ctx.type(String(values[custody.object]))
    const by = keys.get(String(values[custody.by])) ?? everything
    const [row] = target.guarded
      ? await ctx.db.rows<{ read: number[]; level: number }>(
          sql`select acl_read as read, acl_level as level from ${name(target.table)} where id = ${String(values[custody.record])}::uuid`,
        )
      : [{ read: [everything, house, by], level: generalLevel }]
    const { read, level } = row ?? { read: [everything], level: 3 }
    const readers = [...new Set(read)].sort((a, b) => a - b)
    guards.push({ read: readers, write: [everything], work: [everything], level, owner: id })
  }
  return guards
}

/** A record without a unit stands in its owner's. */
export async function fillUnits(
  ctx: Context,
  type: ObjectType,
  records: readonly { values: Record<string, unknown> }[],
): Promise<void> {
  const { custody } = type.definition
  if (custody.type !== 'own' || !custody.unit) return
  const { owner, unit } = custody
  const open = records.filter(({ values }) => !values[unit] && typeof values[owner] === 'string')
  if (!open.length) return
  const units = await unitsOf(ctx.db, ctx.kernel.registry, [
    ...new Set(open.map(({ values }) => String(values[owner]))),
  ])
  for (const { values } of open) values[unit] = units.get(String(values[owner])) ?? null
}

type Share = { file: string; key: number; access: string }

/** Numbers of the shares on files that have not ended, with what they allow; one that is prolonged writes the guard anew. */
async function sharesOf(
  ctx: Context,
  type: ObjectType,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly Share[]>> {
  const shares: Share[] = []
  for (const child of type.definition.team && ids.length ? ctx.kernel.registry.children(type.name) : []) {
    const { principal } = child.definition
    if (principal?.kind !== 'share' || !child.parent) continue
    const access = fieldOf(child, principal.access).columns[0]?.name ?? ''
    shares.push(
      ...(await ctx.db.rows<Share>(sql`
        select ${name('share', child.parent.column)} as file, key, ${name('share', access)} as access
        from ${name(child.table)} as share join principal on principal.id = share.id
        where ${name('share', child.parent.column)} = any(${ids as string[]}::uuid[]) and share.deleted_at is null
          and coalesce(principal.valid_until > clock_timestamp(), true) order by key`)),
    )
  }
  return Map.groupBy(shares, ({ file }) => file)
}

/**
 * Children take their file's guard; a file that the writer may not work on is a file that does not exist.
 * Who shares it further needs to be one of those who may change the file itself.
 */
async function childGuards(ctx: Context, type: ObjectType, records: readonly Held[]): Promise<readonly Guard[]> {
  const { parent } = type
  if (!parent) throw new Error(`${type.name} has no parent`)
  const parentType = ctx.type(parent.object)
  const ids = [...new Set(records.map(({ values }) => String(values[parent.field])))]
  const work = parentType.definition.team ? sql`coalesce(acl_work, acl_write)` : sql`acl_write`
  const needed = type.definition.principal?.kind === 'share' ? sql`acl_write` : work
  type Row = { id: string; acl_read: number[]; work: number[]; acl_level: number }
  const rows = await ctx.db.rows<Row>(sql`
    select id, acl_read, ${work} as work, acl_level from ${name(parentType.table)}
    where id = any(${ids}::uuid[]) and deleted_at is null and ${needed} && ${keysLiteral(ctx, type, 'create')}::int[]`)
  const guards = new Map(
    rows.map(({ id, acl_read: read, work: workers, acl_level: level }) => [
      id,
      { read, write: workers, work: workers, level, owner: id },
    ]),
  )
  const of = records.map(
    ({ values }) => guards.get(String(values[parent.field])) ?? unknownParent(ctx, type, parent.field),
  )
  return ownReaders(ctx, type, records, of)
}

/** Adds to the file's guard who sees the child whatever becomes of the file. */
async function ownReaders(
  ctx: Context,
  { definition: { custody } }: ObjectType,
  records: readonly Held[],
  guards: readonly Guard[],
): Promise<readonly Guard[]> {
  if (custody.type !== 'child' || !(custody.people || custody.reviewed)) return guards
  const { people = [], reviewed } = custody
  const holders = records.map(({ values }) => people.flatMap((field) => idsOf(values[field])))
  const keys = await ctx.kernel.principals.keysOf(ctx.db, [...new Set(holders.flat())])
  return guards.map((guard, index) => ({
    ...guard,
    read: [
      ...new Set([
        ...guard.read,
        ...(holders[index] ?? []).flatMap((id) => keys.get(id) ?? []),
        ...(reviewed ? [house] : []),
      ]),
    ],
    level: reviewed ? generalLevel : guard.level,
  }))
}

function unknownParent(ctx: Context, type: ObjectType, field: string): never {
  const params = { field: fieldOf(type, field).field.label[ctx.locale] }
  throw new AppError(422, 'field.reference_unknown', {
    params,
    errors: [{ path: field, code: 'field.reference_unknown', params }],
  })
}

/** Nobody makes a record that they could not change afterwards; a level out of their sight is refused by its name. */
export function mayHold(ctx: Context, type: ObjectType, guard: Guard | null): boolean {
  if (!guard) return true
  const keys = ctx.actor.reach(type, 'create') ?? []
  return guard.write.some((key) => keys.includes(key))
}

/** Writes a changed guard to everything that lives on the file; runs beyond the writer's sight. */
export async function passToChildren(ctx: Context, type: ObjectType, id: string, guard: Guard): Promise<void> {
  for (const child of ctx.kernel.registry.children(type.name)) {
    if (!child.parent) continue
    await ctx.db.rows(sql`
      update ${name(child.table)} set ${childColumns(child, guard)}
      where ${name(child.parent.column)} = ${id}::uuid`)
  }
  await passToProposals(ctx, type, id)
}

/** What `ownReaders` says, for all children of a file at once. */
function childColumns(type: ObjectType, guard: Guard): Sql {
  const beside = readersBeside(type, type.table)
  const level = isReviewed(type) ? generalLevel : guard.level
  return sql`acl_read = ${guard.read as number[]}::int[]${beside}, acl_write = ${guard.work as number[]}::int[], acl_level = ${level}`
}

/** Joined to the readers of a file, those who see a child whatever becomes of that; `table`: how the statement calls the child. */
export function readersBeside(type: ObjectType, table: string): Sql {
  const { custody } = type.definition
  const people = custody.type === 'child' ? (custody.people ?? []) : []
  const columns = people.flatMap((field) => fieldOf(type, field).columns.map((column) => name(table, column.name)))
  const named = columns.length
    ? sql` || coalesce((select array_agg(key) from principal where id in (${list(columns)})), '{}')`
    : sql``
  return isReviewed(type) ? sql`${named} || array[${house}]::int[]` : named
}

/** Seen by those who look after the house too, whatever the file's level. */
export function isReviewed({ definition: { custody } }: ObjectType): boolean {
  return custody.type === 'child' && custody.reviewed === true
}

/** Writes the guards of files anew, after something that others hold of them has changed. */
export async function regard(ctx: Context, type: ObjectType, ids: readonly string[]): Promise<void> {
  await beyondSight(ctx, async () => {
    const rows = await ctx.db.tuples(
      sql`select ${selectList(ctx, type)} from ${name(type.table)} where id = any(${ids as string[]}::uuid[]) for update`,
    )
    const records = await decodeRows(ctx, type, rows)
    for (const [index, guard] of (await guardsOf(ctx, type, records)).entries()) {
      const id = records[index]?.id
      if (!guard || !id) continue
      const one = sql`id = ${id}::uuid`
      await underProof(ctx, type, one, () =>
        ctx.db.rows(sql`update ${name(type.table)} set ${guardColumns(type, guard)} where ${one}`),
      )
      await passToChildren(ctx, type, id, guard)
    }
  })
}

/** The guard as the settings of an update. */
export function guardColumns(type: ObjectType, guard: Guard): Sql {
  const work = type.definition.team ? sql`, acl_work = ${guard.work as number[]}::int[]` : sql``
  return sql`acl_read = ${guard.read as number[]}::int[], acl_write = ${guard.write as number[]}::int[], acl_level = ${guard.level}${work}`
}
