import { type Context, defineJob, peopleByIds, readersAmong, type Step, signersWaitedFor, takeTurn } from '#kernel'
import { keepNotice } from './keep-notice.ts'
import { othersIn, type Tiding, tellJobKind } from './tell.ts'

type Input = { tidings: readonly Tiding[] }
type Place = { next: number }

const perStep = 20

/** Tells people what concerns them, once what it tells of is committed. Who did it, or may not read it, is not told. */
export const tellJob = defineJob<Input, Place>({
  kind: tellJobKind,
  start: () => ({ next: 0 }),
  step: async (ctx, { tidings }, { next }) => {
    await takeTurn(ctx.db, tellJobKind)
    for (const tiding of tidings.slice(next, next + perStep)) await tellOne(ctx, tiding)
    const done = Math.min(next + perStep, tidings.length)
    const step: Step<Place> = { place: { next: done }, done, total: tidings.length, finished: done === tidings.length }
    return step
  },
})

async function tellOne(ctx: Context, tiding: Tiding): Promise<void> {
  const { readers = await signersOf(ctx, tiding), object, record } = tiding
  const people = await peopleByIds(ctx, othersIn(readers, tiding))
  const may = object && record ? await readersAmong(ctx, ctx.type(object), { id: record, people }) : people
  for (const person of may) await keepNotice(ctx, person, tiding)
}

async function signersOf(ctx: Context, { record }: Tiding): Promise<string[]> {
  return record ? signersWaitedFor(ctx, record) : []
}
