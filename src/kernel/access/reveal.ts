import { randomUUIDv7 } from 'node:crypto'
import { AppError } from '#shared/app-error'
import { auditRow } from '../audit/audit-row.ts'
import type { Context } from '../context.ts'
import { fieldOf, type ObjectType, unknownField } from '../object/object-type.ts'
import { takeTurn } from '../query/locks.ts'
import { sql } from '../query/sql.ts'
import { loadAs } from '../record/load.ts'
import { fieldAccess } from './field-access.ts'
import { requireFreshProof } from './fresh-proof.ts'

/** Read by the eyes, or handed to the telephone or the mail program without being shown. */
export const uses = ['read', 'dial', 'mail'] as const
type Use = (typeof uses)[number]

export type RevealRequest = { field: string; reason: string; use: Use }

/**
 * How many values one person may have revealed. The law counts what was taken from one's post by 250 and 2,500 persons;
 * nobody comes near that alone.
 */
const quotas = [
  { hours: 24, most: 60 },
  { hours: 30 * 24, most: 250 },
] as const

/** Beyond so many in an hour somebody must have just proved to be there: a session left open, or a program, has not. */
const perHourUnproven = 20

/** Shows one masked value: with the right, a reason and within the quota. The trail has it before the value leaves. */
export async function reveal(
  ctx: Context,
  type: ObjectType,
  id: string,
  { field, reason, use }: RevealRequest,
): Promise<unknown> {
  const bound = fieldOf(type, field)
  const access = fieldAccess(ctx, type, bound)
  if (access === 'hidden') throw unknownField(field)
  return ctx.transaction(async (tx) => {
    const record = await loadAs(tx, type, id, 'reveal')
    if (bound.field.level > ctx.actor.clearance) await refuse(tx, type, id, field)
    if (bound.field.level === 3) requireFreshProof(ctx)
    await countReveal(tx, {
      type,
      record: id,
      owner: ownerOf(type, id, record.values),
      field,
      level: bound.field.level,
      use,
      reason,
    })
    const facts = { object: type.name, record: id, owner: ownerOf(type, id, record.values), level: bound.field.level }
    await ctx.kernel.audit.write(
      auditRow(ctx, { ...facts, action: 'reveal', fields: [field], reason, detail: { use } }),
    )
    return record.values[field] ?? null
  })
}

async function refuse(ctx: Context, type: ObjectType, record: string, field: string): Promise<never> {
  await ctx.kernel.audit.write(
    auditRow(ctx, { action: 'reveal', object: type.name, record, fields: [field], result: 'refused' }),
  )
  throw new AppError(403, 'access.forbidden')
}

function ownerOf({ parent }: ObjectType, id: string, values: Readonly<Record<string, unknown>>): string {
  return parent ? String(values[parent.field]) : id
}

type Counted = {
  type: ObjectType
  record: string
  owner: string
  field: string
  level: number
  use: Use
  reason: string
}

/** One after the other for each person, so that many at once do not slip past the quota together. */
async function countReveal(ctx: Context, { type, record, owner, field, level, use, reason }: Counted): Promise<void> {
  const { id: by } = ctx.actor
  if (!by) return
  await takeTurn(ctx.db, `reveal ${by}`)
  if ((await revealed(ctx, by, 1)).made >= perHourUnproven) requireFreshProof(ctx)
  for (const { hours, most } of quotas) {
    const { made, next } = await revealed(ctx, by, hours)
    if (made >= most)
      throw new AppError(429, 'access.reveal_quota', { params: { most, hours, seconds: Math.max(next, 1) } })
    if (made + 1 === most || made + 1 === most / 2) await alarm(ctx, type, { made: made + 1, most, hours })
  }
  await ctx.db.rows(sql`
    insert into reveal (id, by, object, record, owner, field, level, use, reason)
    values (${randomUUIDv7()}, ${by}::uuid, ${type.name}, ${record}::uuid, ${owner}::uuid, ${field}, ${level}, ${use}, ${reason})`)
}

/** How many values the person has had revealed within the hours, and in how many seconds the oldest of them counts no longer. */
async function revealed(ctx: Context, by: string, hours: number): Promise<{ made: number; next: number }> {
  const [row] = await ctx.db.rows<{ made: number; next: number }>(sql`
    select count(*)::integer as made, coalesce(ceil(extract(epoch from min(at) + make_interval(hours => ${hours}) - now())), 1)::integer as next
    from reveal where by = ${by}::uuid and at > now() - make_interval(hours => ${hours})`)
  return row ?? { made: 0, next: 1 }
}

type Alarm = { made: number; most: number; hours: number }

/** Half of a quota and the whole of it are told to those who watch the trail. */
async function alarm(ctx: Context, type: ObjectType, detail: Alarm): Promise<void> {
  await ctx.kernel.audit.write(
    auditRow(ctx, { action: 'alarm', object: type.name, reason: 'access.reveal_quota', detail }),
  )
}
