import { regard } from '../access/custody.ts'
import type { Context } from '../context.ts'
import type { KeyOwner } from '../crypto/codec.ts'
import type { BoundField } from '../object/bound-field.ts'
import type { ObjectType } from '../object/object-type.ts'
import { inJson } from '../query/in-json.ts'
import { list, name, sql } from '../query/sql.ts'
import { circleColumns } from '../record/circle.ts'
import { changeOf } from '../record/field-change.ts'
import { follow } from '../record/follow.ts'
import { passIncomplete } from '../record/incomplete.ts'
import { moveCopies } from '../record/move-copies.ts'
import { refreshRollups } from '../record/rollups.ts'
import { decodeRows, encodeField, keysFor, type Stored, selectList } from '../record/row-codec.ts'
import { eventsByCircle, writeTrail } from '../record/trail.ts'
import type { Part } from './merged.ts'

type Move = { from: string; to: string /** Absent: all. */; only?: ReadonlySet<string> }

type Moved = { child: ObjectType; field: string; records: readonly Stored[] }

/**
 * Takes what stands on one file to another, the recycle bin included: its keys, its guard, by what it is found, its history. Runs with
 * the sight of the system, in the caller's transaction. All change file at once, as they may name each other.
 */
export async function moveChildren(ctx: Context, type: ObjectType, move: Move): Promise<Part[]> {
  const moved = await childrenOn(ctx, type, move)
  if (!moved.length) return []
  const at = ctx.now().toISOString()
  const statements = moved.map(({ child, records }, index) => {
    const ids = records.map(({ id }) => id)
    return sql`${name(`part${index}`)} as (update ${name(child.table)} set ${name(child.parent?.column ?? '')} = ${move.to}::uuid,
      version = version + 1, updated_at = ${at}::timestamptz, updated_by = ${ctx.actor.id}::uuid where id = any(${ids}::uuid[]))`
  })
  await ctx.db.rows(sql`with ${list(statements)} select`)
  for (const each of moved) await sealAnew(ctx, each, move)
  await regard(ctx, type, [move.from, move.to])
  for (const each of moved) await tell(ctx, each, move)
  return moved.flatMap(({ child, records }) =>
    records.map(
      ({ id, version }): Part => ({
        role: 'child',
        object: child.name,
        record: id,
        version: version + 1,
        past: { from: move.from },
      }),
    ),
  )
}

async function childrenOn(ctx: Context, type: ObjectType, { from, only }: Move): Promise<Moved[]> {
  const found: Moved[] = []
  for (const child of ctx.kernel.registry.children(type.name)) {
    if (!child.parent) continue
    const narrowed = only ? sql`id = any(${[...only]}::uuid[])` : sql`true`
    const rows = await ctx.db.tuples(sql`
      select ${selectList(ctx, child)} from ${name(child.table)}
      where ${name(child.parent.column)} = ${from}::uuid and ${narrowed} order by id for update`)
    if (rows.length) found.push({ child, field: child.parent.field, records: await decodeRows(ctx, child, rows) })
  }
  return found
}

/** With the keys of the file where it stands now; values whose key has been destroyed stay as they are. */
async function sealAnew(ctx: Context, { child, records }: Moved, { from, to }: Move): Promise<void> {
  const sealed = child.stored.filter((bound) => bound.sealed)
  const ring = await ctx.kernel.codec.sealing(records.flatMap(({ values }) => keysFor(sealed, values, to)))
  const rows = records.flatMap(({ id, values }) => {
    const given = sealed.filter((bound) => values[bound.name] !== null && values[bound.name] !== undefined)
    const bytes = given.map((bound) => {
      const [one] = encodeField(ring, child, bound, { value: values[bound.name], record: { id, owner: to } })
      return [columnOf(bound), one instanceof Buffer ? inJson(one) : null] as const
    })
    return bytes.length ? [{ id, ...Object.fromEntries(bytes) }] : []
  })
  if (rows.length) {
    const columns = sealed.map(columnOf)
    const settings = columns.map(
      (column) => sql`${name(column)} = coalesce(${name('rows', column)}, ${name(child.table, column)})`,
    )
    const shape = columns.map((column) => sql`${name(column)} bytea`)
    await ctx.db.rows(sql`
      update ${name(child.table)} set ${list(settings)}
      from json_to_recordset(${JSON.stringify(rows)}::json) as rows(id uuid, ${list(shape)}) where ${name(child.table, 'id')} = rows.id`)
  }
  await moveCopies(ctx, child, { records, from, to })
  await ctx.db.rows(sql`
    update lookup set owner_id = ${to}::uuid where object = ${child.name} and record_id = any(${records.map(({ id }) => id)}::uuid[])`)
}

const columnOf = (bound: BoundField): string => bound.columns[0]?.name ?? ''

async function tell(ctx: Context, { child, field, records }: Moved, { from, to }: Move): Promise<void> {
  const ids = records.map(({ id }) => id)
  const bound = child.stored.filter((each) => each.name === field)
  const keys = bound.map(({ field: { level } }): KeyOwner => ({ owner: to, level }))
  const ring = await ctx.kernel.codec.sealing(keys)
  const circles = await ctx.db.rows<{ id: string; acl: number[]; level: number }>(
    sql`select id, ${circleColumns} from ${name(child.table)} where id = any(${ids}::uuid[]) order by id`,
  )
  const after = (values: Stored['values']): Stored['values'] => ({ ...values, [field]: to })
  await writeTrail(ctx, child.name, {
    audit: ids.map((record) => ({ action: 'update', record, owner: to, fields: [field] })),
    events: eventsByCircle('update', circles),
    changes: records.flatMap((before) =>
      bound.map((each) => changeOf(ring, child, each, { before, values: after(before.values), owner: to })),
    ),
  })
  await refreshRollups(ctx, child, (via) => (via === field ? [from, to] : []))
  await passIncomplete(ctx, child, [from, to])
  const live = records.filter(({ deletedAt }) => !deletedAt)
  await follow(ctx, child, {
    action: 'update',
    records: live.map(({ id, values }) => ({ id, before: values, after: after(values) })),
  })
}
