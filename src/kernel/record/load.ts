import { AppError } from '#shared/app-error'
import type { Operation } from '#shared/wire'
import { abilities, scope } from '../access/scope.ts'
import type { Context } from '../context.ts'
import type { ObjectType } from '../object/object-type.ts'
import { name, sql } from '../query/sql.ts'
import { isUuid } from '../query/system-fields.ts'
import { decodeRows, type Stored, selectList } from './row-codec.ts'

export type Sight = { deleted?: boolean; lock?: boolean }

/** Finds a record through what the reader may see; anything else is not there. */
export async function load(ctx: Context, type: ObjectType, id: string, sight: Sight = {}): Promise<Stored> {
  return find(ctx, type, id, { ...sight, operation: 'read' })
}

/** Finds a record for what needs a right of its own: seen but out of that right's reach is 403. */
export async function loadAs(ctx: Context, type: ObjectType, id: string, operation: Operation): Promise<Stored> {
  return seenOr403(ctx, type, id, { operation })
}

/** To lock a record, row-level security wants the right to change it; who may only see it is told so. */
async function seenOr403(
  ctx: Context,
  type: ObjectType,
  id: string,
  sight: Sight & { operation: Operation },
): Promise<Stored> {
  try {
    return await find(ctx, type, id, sight)
  } catch (error) {
    if (!(error instanceof AppError) || error.status !== 404) throw error
    await load(ctx, type, id, { deleted: sight.deleted })
    throw new AppError(403, 'access.forbidden', { cause: error })
  }
}

async function find(
  ctx: Context,
  type: ObjectType,
  id: string,
  { deleted = false, lock = false, operation }: Sight & { operation: Operation },
): Promise<Stored> {
  if (!isUuid(id)) throw new AppError(404, 'request.not_found')
  const [row] = await ctx.db.tuples(
    sql`
    select ${selectList(ctx, type)} from ${name(type.table)}
    where id = ${id}::uuid and ${name(type.table, 'deleted_at')} is ${deleted ? sql`not null` : sql`null`} and ${scope(ctx, type, operation)}
    ${lock ? sql`for update` : sql``}`,
    { steady: true },
  )
  const [record] = row ? await decodeRows(ctx, type, [row]) : []
  if (!record) throw new AppError(404, 'request.not_found')
  return record
}

/** Loads a record to change it: visible but not changeable is 403. */
export async function loadFor(
  ctx: Context,
  type: ObjectType,
  id: string,
  operation: Operation & ('update' | 'delete'),
  sight: Sight = {},
): Promise<Stored> {
  const record = await seenOr403(ctx, type, id, { ...sight, lock: true, operation: 'read' })
  if (!abilities(ctx, type, record).includes(operation)) throw new AppError(403, 'access.forbidden')
  return record
}
