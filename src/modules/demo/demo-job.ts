import { randomInt } from 'node:crypto'
import { type Context, defineJob, type Step } from '#kernel'
import { user } from '#objects'
import { AppError } from '#shared/app-error'
import { phases } from './demo-phases.ts'
import { demoStaff } from './demo-staff.ts'
import { type DemoRun, demoWorld } from './demo-world.ts'

/** `customers` for a smaller company than the whole one; `team`: with what its people do together, as the whole one has it. */
type DemoInput = { customers?: number; team?: boolean }

type Place = DemoRun & { team: boolean; phase: number; offset: number }

const wholeCompany = 2_000

/** Makes the demo company, step by step through the record core, with a clock that travels through three years. */
export const demoJob = defineJob<DemoInput, Place>({
  kind: 'demo',
  start: async (ctx, { customers = wholeCompany, team = customers === wholeCompany }) => {
    await refuseSecond(ctx)
    return { run: randomInt(2 ** 31), until: ctx.now().getTime(), customers, team, phase: 0, offset: 0 }
  },
  // What a made-up past did is no news to anybody.
  step: async (ctx, _input, place) => makeStep(ctx.with({ channel: 'seed' }), place),
})

async function makeStep(ctx: Context, place: Place): Promise<Step<Place>> {
  const world = demoWorld(ctx, place)
  const made = phases.filter(({ ofTeam }) => place.team || !ofTeam)
  const sizes = made.map(({ size }) => size(world.plan))
  const phase = made[place.phase]
  const size = sizes[place.phase] ?? 0
  const to = Math.min(place.offset + (phase?.step ?? 0), size)
  await phase?.make(ctx, world, place.offset, to)
  const sum = (list: readonly number[]): number => list.reduce((total, one) => total + one, 0)
  const next = to < size ? { ...place, offset: to } : { ...place, phase: place.phase + 1, offset: 0 }
  return {
    place: next,
    done: sum(sizes.slice(0, place.phase)) + to,
    total: sum(sizes),
    finished: next.phase >= made.length,
  }
}

/** Logins are given once: a second demo company would share them with the first. */
async function refuseSecond(ctx: Context): Promise<void> {
  const logins = demoStaff.map(({ login }) => login)
  const { items } = await ctx
    .records(user)
    .list({ where: { login: { in: logins } }, fields: ['login'], limit: 1, uncounted: true })
  const taken = items[0]?.values.login
  if (taken) throw new AppError(409, 'demo.loaded', { params: { login: String(taken) } })
}
