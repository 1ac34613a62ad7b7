import {
  type Context,
  countRows,
  defineJob,
  type MarkPlace,
  markIncomplete,
  type Step,
  startUnlessWaiting,
  systemActor,
  type Write,
  workUnderWay,
} from '#kernel'
import { isNeedRule } from './needs.ts'

type Input = { object: string }
/** `known`: definitions by which the last step has marked; null until everybody has heard of the new ones. */
type Place = MarkPlace & { known: number | null; done: number; total: number }

const kind = 'mark_incomplete'
const firstId = '00000000-0000-0000-0000-000000000000'
/** By then every process writes by the new rules: they hear of them within a second. */
const heardSeconds = 2

/** Brings what is noted as open on the records of an object to its requirements as they are now. Doing a step twice changes nothing. */
export const markJob = defineJob<Input, Place>({
  kind,
  start: async (ctx, { object }) => {
    const type = ctx.kernel.registry.objects.get(object)
    return { known: null, after: firstId, done: 0, total: type ? await countRows(ctx, type) : 0 }
  },
  step: async (ctx, { object }, place) => {
    const { kernel } = ctx
    if (place.known === null) return { ...at({ ...place, known: 0 }), pause: heardSeconds }
    if (place.known !== kernel.registry.version) await kernel.reload()
    const type = kernel.registry.objects.get(object)
    if (!type?.guarded) return { ...at(place), finished: true }
    const { next, count } = await markIncomplete(ctx, type, place)
    const done = place.done + count
    const total = Math.max(place.total, done)
    const known = kernel.registry.version
    return { ...at({ ...(next ?? place), known, done, total }), finished: next === null }
  },
})

function at(place: Place): Step<Place> {
  return { place, done: place.done, total: place.total, finished: false }
}

/** Starts it where a write has changed what an object's fields need, or how long an answer of theirs holds; from then on the house itself is behind it. */
export async function markAfterRule(ctx: Context, { records }: Write): Promise<void> {
  const told = records.flatMap(({ before, after }) => [before, after])
  await mark(
    ctx,
    // What nobody can find out counts as an answer only as long as its field is to be verified.
    told.flatMap((rule) => (rule && (isNeedRule(rule.rule) || rule.rule === 'verify') ? [String(rule.object)] : [])),
  )
}

/** The same where a field was hidden, removed or came back: nobody is asked for what is not there. */
export async function markAfterField(ctx: Context, { records }: Write): Promise<void> {
  const changed = records.filter(({ before, after }) => (before?.hidden ?? null) !== (after?.hidden ?? null))
  await mark(
    ctx,
    changed.map(({ before, after }) => String((after ?? before)?.object)),
  )
}

/** Brings these objects to their requirements. */
export async function mark(ctx: Context, objects: readonly string[]): Promise<void> {
  const house = ctx.with({ actor: systemActor, purpose: null })
  for (const object of new Set(objects)) await startUnlessWaiting(house, kind, { object })
}

/** How far it is; null where nothing is being marked. */
export function markingOf(ctx: Context, object: string): ReturnType<typeof workUnderWay> {
  return workUnderWay(ctx, kind, { object })
}
