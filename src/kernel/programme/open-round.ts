import { randomUUID } from 'node:crypto'
import { AppError } from '#shared/app-error'
import { nextOpening, type Rhythm, rhythms } from '#shared/rhythm'
import { addWorkingDays } from '#shared/working-days'
import { personById } from '../access/people.ts'
import type { Context } from '../context.ts'
import { startJob } from '../jobs/jobs.ts'
import type { Values } from '../object/hooks.ts'
import { takeTurn } from '../query/locks.ts'
import { dateIn } from '../record/normalise.ts'
import type { Programme } from './define-programme.ts'
import { readPlan, refuseOthers, why } from './round.ts'
import { kindOf } from './round-job.ts'

/** Says when a plan that runs opens its next round. Not in the past: what was missed is not made up for. */
export function preparePlan(ctx: Context, values: Values, before: Values | null): void {
  const moved = ['rhythm', 'startOn', 'active'].some((field) => values[field] !== before?.[field])
  if (before && !moved) return
  const { startOn } = values
  const first = typeof startOn === 'string' ? startOn : today(ctx)
  values.nextOn = values.active === true ? nextOpening(rhythmOf(values), first, dayBefore(today(ctx))) : null
}

/** Opens the rounds that are due. A plan whose owner has left waits for another. */
export async function openDueRounds(ctx: Context, programme: Programme): Promise<void> {
  if (ctx.type(programme.plan.name).off) return
  const where = { active: true, nextOn: { lte: today(ctx) }, owner: { empty: false } }
  const { items } = await ctx.recordsNamed(programme.plan.name).list({ where, limit: 200, uncounted: true })
  for (const { id } of items) {
    await ctx.transaction(async (tx) => {
      await takeTurn(tx.db, `${programme.name} ${id}`)
      const { nextOn, owner } = await readPlan(tx, programme, id)
      const isDue = typeof nextOn === 'string' && nextOn <= today(tx)
      if (isDue && (await personById(tx.db, tx.kernel.registry, String(owner)))) await open(tx, programme, id)
    })
  }
}

/** Opens a round at once. Its items come step by step, with the rights of whom the plan belongs to. */
export async function openRound(ctx: Context, programme: Programme, plan: string): Promise<string> {
  await refuseOthers(ctx, programme, plan)
  return ctx.transaction((tx) => open(tx, programme, plan))
}

async function open(ctx: Context, programme: Programme, id: string): Promise<string> {
  const system = ctx.asSystem(why)
  const plan = await readPlan(ctx, programme, id)
  const owner = await personById(ctx.db, ctx.kernel.registry, String(plan.owner))
  if (!owner) throw new AppError(409, 'programme.owner_gone')
  const openedOn = today(ctx)
  const dueOn = addWorkingDays(ctx.kernel.settings.calendar, openedOn, Number(plan.workingDays)) ?? openedOn
  const round = await system.recordsNamed(programme.round.name).create({
    name: `${String(plan.name)} ${openedOn}`,
    plan: id,
    owner: owner.id,
    state: 'opening',
    seed: randomUUID(),
    openedOn,
    dueOn,
  })
  const first = typeof plan.startOn === 'string' ? plan.startOn : openedOn
  const nextOn = plan.active === true ? nextOpening(rhythmOf(plan), first, openedOn) : null
  await system.recordsNamed(programme.plan.name).update(id, { nextOn })
  // With the owner's rights, so that it ends with them; a purpose of use is no ground of it.
  const keeper = ctx.with({ actor: { ...ctx.actor, id: owner.id }, purpose: null })
  await startJob(keeper, kindOf(programme), { round: round.id })
  return round.id
}

function rhythmOf({ rhythm }: Values): Rhythm {
  return Object.keys(rhythms).find((one): one is Rhythm => one === rhythm) ?? 'once'
}

function today(ctx: Context): string {
  return dateIn(ctx.now(), ctx.kernel.settings.timeZone)
}

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
}
