import { defineJob, endApart, type Follower, startUnlessWaiting, survey } from '#kernel'
import { askForKeying } from './follow-request.ts'
import { house } from './give-out.ts'

export const askingJobKind = 'second_entries_of_requests'

/** So few that a step ends soon. */
const batchSize = 50

/** A rule that holds asks of what waits already too: nobody could sign that in the place of who keys it. */
export const followRule: Follower = {
  fields: ['again', 'holds', 'fields', 'when'],
  follow: async (ctx, { records }) => {
    if (records.some(({ after }) => after?.again === true && after.holds === true))
      await startUnlessWaiting(house(ctx), askingJobKind, {})
  },
}

export const askingJob = defineJob<Record<string, never>, { after: string | null; done: number }>({
  kind: askingJobKind,
  start: () => ({ after: null, done: 0 }),
  step: async (ctx, _, { after, done }) => {
    const own = house(ctx)
    const objects = [...own.kernel.registry.objects.values()].filter(({ keyedAgain }) =>
      keyedAgain.some(({ holds }) => holds),
    )
    const found = await survey(own, own.type('change_request'), {
      // A part goes with its whole, which is called by the object of its first.
      where: {
        state: 'pending',
        whole: null,
        or: [{ object: { in: objects.map(({ name }) => name) } }, { parts: { empty: false } }],
      },
      fields: ['parts'],
      after: after ?? undefined,
    })
    const some = found.slice(0, batchSize)
    for (const { id, values } of some)
      if (values.parts) await endApart(own, id)
      else await askForKeying(own, id)
    const place = { after: some.at(-1)?.id ?? null, done: done + some.length }
    return { place, done: place.done, total: null, finished: found.length <= batchSize }
  },
})
