import { z } from 'zod'
import { AppError } from '#shared/app-error'
import type { Context } from '../context.ts'
import type { Values } from '../object/hooks.ts'
import { fieldOf } from '../object/object-type.ts'
import { name, sql } from '../query/sql.ts'
import type { Programme } from './define-programme.ts'

export const why = 'run a programme'

const shape = z.object({
  id: z.string(),
  version: z.number(),
  name: z.string(),
  plan: z.string(),
  state: z.enum(['opening', 'open', 'closed']),
  seed: z.string(),
  dueOn: z.string(),
})
export type Round = z.infer<typeof shape>

export async function readRound(ctx: Context, { round }: Programme, id: string): Promise<Round> {
  return shape.parse(await ctx.asSystem(why).recordsNamed(round.name).get(id))
}

export async function readPlan(ctx: Context, { plan }: Programme, id: string): Promise<Values> {
  return { ...(await ctx.asSystem(why).recordsNamed(plan.name).get(id)) }
}

const locks = { share: sql`for share`, update: sql`for update` } as const

/**
 * Refuses a round in which nothing can be done. Those who do its items share it; who closes it or gives its items to others waits for
 * them, and they for who does.
 */
export async function lockRound(
  ctx: Context,
  { round }: Programme,
  id: string,
  how: keyof typeof locks,
): Promise<void> {
  const type = ctx.type(round.name)
  const state = name(fieldOf(type, 'state').columns[0]?.name ?? '')
  const [row] = await ctx
    .asSystem(why)
    .transaction((tx) =>
      tx.db.rows<{ state: string }>(
        sql`select ${state} as state from ${name(type.table)} where id = ${id}::uuid ${locks[how]}`,
      ),
    )
  if (row?.state === 'opening') throw new AppError(409, 'programme.opening')
  if (row?.state !== 'open') throw new AppError(409, 'programme.closed')
}

/** Whoever may change a plan leads its rounds. */
export async function refuseOthers(ctx: Context, { plan }: Programme, id: string): Promise<void> {
  const { can } = await ctx.recordsNamed(plan.name).get(id)
  if (!can.includes('update')) throw new AppError(403, 'access.forbidden')
}
