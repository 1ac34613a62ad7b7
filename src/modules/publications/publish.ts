import type { Context, Follower, Stored } from '#kernel'
import { tell } from '#modules/notifications'
import { isForEverybody, peopleFor } from './audience.ts'
import { contentNames } from './content.ts'
import { edition } from './edition.ts'
import { publication } from './publication.ts'

const why = 'publishing'

/** Brings the versions to what has become of their text: another one, none any more, or the last one again. */
export const followPublication: Follower = {
  fields: ['state', 'edition'],
  follow: async (ctx, { action, records }) => {
    for (const { id, before, after } of records) {
      if (after?.edition && after.edition !== before?.edition && action !== 'restore') await issue(ctx, id)
      else if (action === 'restore' && after?.state === 'published') await moveLast(ctx, id, 'in_force')
      else if (action === 'delete' || (after?.state === 'withdrawn' && before?.state !== 'withdrawn'))
        await moveLast(ctx, id, 'withdrawn')
    }
  },
}

/** The text as it stands becomes the version that is read. */
async function issue(ctx: Context, id: string): Promise<void> {
  const system = ctx.asSystem(why)
  const text = await system.records(publication).get(id)
  const last = await lastEdition(ctx, id)
  if (last?.values.state === 'in_force') await system.records(edition).update(last.id, { state: 'superseded' })
  const content = Object.fromEntries(contentNames.map((name) => [name, text[name] ?? null]))
  const number = Number(text.edition)
  const values = {
    ...content,
    publication: id,
    number,
    everyone: isForEverybody(content),
    receiptsFrom: last && text.askAgain === false ? Number(last.values.receiptsFrom ?? last.values.number) : number,
    publishedAt: ctx.now().toISOString(),
    publishedBy: ctx.actor.id,
  }
  const made = await system.records(edition).create(values)
  if (!content.mustRead || values.receiptsFrom !== number) return
  const readers = (await peopleFor(ctx, values)).map((reader) => reader.id)
  tell(ctx, { kind: 'reading_waiting', readers, object: edition.name, record: made.id })
}

async function moveLast(ctx: Context, id: string, state: 'in_force' | 'withdrawn'): Promise<void> {
  const last = await lastEdition(ctx, id)
  if (last) await ctx.asSystem(why).records(edition).update(last.id, { state })
}

/** The version that was published last, whatever has become of it. */
export async function lastEdition(ctx: Context, id: string): Promise<Pick<Stored, 'id' | 'values'> | undefined> {
  const { items } = await ctx
    .asSystem(why)
    .records(edition)
    .list({ where: { publication: id }, sort: '-number', limit: 1, uncounted: true })
  return items[0]
}
