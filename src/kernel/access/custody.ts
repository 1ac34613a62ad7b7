import { AppError } from '#shared/app-error'
import type { Context } from '../context.ts'
import { fieldOf, type ObjectType } from '../object/object-type.ts'
import { name, sql } from '../query/sql.ts'
import { everything, pool } from './actor.ts'
import { unitsOf } from './people.ts'
import { holds } from './scope.ts'

/** Who may see and change a record, as internal numbers, and its level: copied from the file to all that lives on it. */
export type Guard = { read: readonly number[]; write: readonly number[]; level: number; owner: string | null }

type Held = { id: string; values: Readonly<Record<string, unknown>> }

const generalLevel = 1

/** Guards of new or changed records, in their order. Shared objects have none. */
export async function guardsOf(
  ctx: Context,
  type: ObjectType,
  records: readonly Held[],
): Promise<readonly (Guard | null)[]> {
  const { custody } = type.definition
  if (custody.type === 'shared') return records.map(() => null)
  if (custody.type === 'child') return childGuards(ctx, type, records)
  const fields = [custody.owner, ...(custody.people ?? []), ...(custody.unit ? [custody.unit] : [])]
  const holders = records.map(({ values }) => fields.flatMap((field) => idsOf(values[field])))
  const keys = await ctx.kernel.principals.keysOf(ctx.db, [...new Set(holders.flat())])
  return records.map(({ id, values }, index) => {
    const held = (holders[index] ?? []).flatMap((holder) => keys.get(holder) ?? [])
    const acl = [...new Set([everything, ...(values[custody.owner] ? [] : [pool]), ...held])].sort((a, b) => a - b)
    return { read: acl, write: acl, level: levelOf(type, values), owner: id }
  })
}

function idsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.filter((id) => typeof id === 'string')
  return typeof value === 'string' ? [value] : []
}

function levelOf(type: ObjectType, values: Readonly<Record<string, unknown>>): number {
  const field = type.definition.level
  return field ? Number(values[field] ?? generalLevel) : generalLevel
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

/** Children take their parent's guard; a parent that the writer may not change is a parent that does not exist. */
async function childGuards(ctx: Context, type: ObjectType, records: readonly Held[]): Promise<readonly Guard[]> {
  const { parent } = type
  if (!parent) throw new Error(`${type.name} has no parent`)
  const parentType = ctx.type(parent.object)
  const ids = [...new Set(records.map(({ values }) => String(values[parent.field])))]
  const rows = await ctx.db.rows<{ id: string; acl_read: number[]; acl_write: number[]; acl_level: number }>(sql`
    select id, acl_read, acl_write, acl_level from ${name(parentType.table)}
    where id = any(${ids}::uuid[]) and deleted_at is null and ${holds(ctx, parentType, 'update')}`)
  const guards = new Map(
    rows.map((row) => [row.id, { read: row.acl_read, write: row.acl_write, level: row.acl_level, owner: row.id }]),
  )
  return records.map(({ values }) => guards.get(String(values[parent.field])) ?? unknownParent(ctx, type, parent.field))
}

function unknownParent(ctx: Context, type: ObjectType, field: string): never {
  const params = { field: fieldOf(type, field).field.label[ctx.locale] }
  throw new AppError(422, 'field.reference_unknown', {
    params,
    errors: [{ path: field, code: 'field.reference_unknown', params }],
  })
}

export function custodyFields(type: ObjectType): readonly string[] {
  const { custody, level } = type.definition
  if (custody.type !== 'own') return []
  return [custody.owner, ...(custody.people ?? []), ...(custody.unit ? [custody.unit] : []), ...(level ? [level] : [])]
}

/** Nobody makes a record that they could not change afterwards. */
export function mayHold(ctx: Context, type: ObjectType, guard: Guard | null): boolean {
  if (!guard) return true
  const keys = ctx.actor.reach(type, 'create') ?? []
  return guard.level <= ctx.actor.clearance && guard.write.some((key) => keys.includes(key))
}

/** Writes a changed guard to everything that lives on the file; runs beyond the writer's sight. */
export async function passToChildren(ctx: Context, type: ObjectType, id: string, guard: Guard): Promise<void> {
  for (const child of ctx.kernel.registry.children(type.name)) {
    if (!child.parent) continue
    await ctx.db.rows(sql`
      update ${name(child.table)} set acl_read = ${guard.read as number[]}::int[], acl_write = ${guard.write as number[]}::int[], acl_level = ${guard.level}
      where ${name(child.parent.column)} = ${id}::uuid`)
  }
}
