import { localDate } from '#field-types'
import { type Context, type Follower, type HouseReading, survey, systemActor } from '#kernel'
import { edition } from '#modules/publications'
import { AppError } from '#shared/app-error'
import { beginCase } from './run-case.ts'

/** What the house is filled with, and lists that are brought in, begin no cases: nobody could work off thousands of them. */
const quiet = ['seed', 'setup', 'import']

/** A new customer, or one that comes to another stage, begins the procedures that say so. */
export const followCustomer: Follower = {
  fields: ['stage'],
  follow: async (ctx, { action, records }) => {
    if ((action !== 'create' && action !== 'update') || quiet.includes(ctx.channel)) return
    const asked = (await startingToday(ctx)).filter(({ starts }) => starts === 'stage' || action === 'create')
    if (!asked.length) return
    for (const { id, before, after } of records) {
      if (action === 'update' && before?.stage === after?.stage) continue
      for (const { version, starts, stages } of asked)
        if ((starts === 'created' && !stages.length) || stages.includes(after?.stage)) await begin(ctx, id, version)
    }
  },
}

type Starting = {
  version: string
  starts: unknown
  stages: readonly unknown[]
  from: unknown
  until: unknown
}

/** Procedures that begin by themselves, whenever they are in force. Asked at every new customer, and rarely changed. */
const starting: HouseReading<readonly Starting[]> = {
  objects: [edition.name],
  read: async (ctx) => {
    const house = ctx.with({ actor: systemActor, systemReason: 'procedures that begin by themselves' })
    const found = await survey(house, ctx.type(edition.name), {
      where: { kind: 'procedure', state: 'in_force', governs: 'customer', starts: { in: ['created', 'stage'] } },
      fields: ['starts', 'stages', 'steps', 'from', 'until'],
    })
    return found.flatMap(({ id, values: { starts, stages, steps, from, until } }) =>
      listOf(steps).length ? [{ version: id, starts, stages: listOf(stages), from, until }] : [],
    )
  },
}

async function startingToday(ctx: Context): Promise<Starting[]> {
  const today = localDate(ctx.now(), ctx.kernel.settings.timeZone)
  const all = await ctx.kernel.remembered.of(ctx, starting)
  return all.filter(({ from, until }) => (!from || String(from) <= today) && (!until || String(until) >= today))
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** One that runs already goes on as it is. */
async function begin(ctx: Context, file: string, version: string): Promise<void> {
  try {
    await beginCase(ctx, { file, object: null, record: null }, version)
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'procedure.running') throw error
  }
}
