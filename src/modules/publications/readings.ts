import { localDate } from '#field-types'
import { type Context, type Stored, takeTurn } from '#kernel'
import { tell } from '#modules/notifications'
import { AppError } from '#shared/app-error'
import type { Readers, Reading } from '#shared/reading'
import { all, isFor, peopleFor } from './audience.ts'
import { edition } from './edition.ts'
import { publication } from './publication.ts'
import { lastEdition } from './publish.ts'
import { readReceipt } from './read-receipt.ts'

const why = 'own receipts'
const most = 200

/** What the reader may read today: what waits for them first, then what is pinned, then the newest. The duties of others are told with their posts. */
export async function readings(ctx: Context, search?: string): Promise<Reading[]> {
  const items = await inForce(ctx, search)
  const own = items.filter(
    ({ values }) => values.kind !== 'duties' || values.publishedBy === ctx.actor.id || isFor(values, ctx.actor),
  )
  const rank = ({ waits, pinned }: Reading): number => (waits ? 0 : pinned ? 1 : 2)
  return (await readingsOf(ctx, own)).sort((one, other) => rank(one) - rank(other))
}

type Version = Pick<Stored, 'id' | 'values'>

/** Versions that are read today and that the reader sees, the newest first. */
export async function inForce(ctx: Context, search?: string): Promise<Version[]> {
  const today = localDate(ctx.now(), ctx.kernel.settings.timeZone)
  const { items } = await ctx.records(edition).list({
    search,
    where: { state: 'in_force', or: [{ until: { empty: true } }, { until: { gte: today } }] },
    sort: '-publishedAt',
    limit: most,
    uncounted: true,
  })
  return items
}

/** How each of these stands with the reader. */
export async function readingsOf(ctx: Context, items: readonly Version[]): Promise<Reading[]> {
  const confirmed = await ownReceipts(
    ctx,
    items.map(({ values }) => String(values.publication)),
  )
  return items.map(({ id, values }): Reading => {
    const of = confirmed.filter((one) => one.publication === values.publication)
    const readAt = of.find(({ number }) => number >= Number(values.receiptsFrom ?? 0))?.readAt ?? null
    const isAsked = values.mustRead === true && values.publishedBy !== ctx.actor.id && isFor(values, ctx.actor)
    return {
      id,
      publication: String(values.publication),
      number: Number(values.number),
      kind: String(values.kind),
      title: String(values.title),
      pinned: values.pinned === true,
      mustRead: values.mustRead === true,
      from: textOf(values.from),
      until: textOf(values.until),
      publishedAt: String(values.publishedAt),
      readAt,
      waits: isAsked && !readAt,
    }
  })
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)

type Confirmed = { publication: string; number: number; readAt: string }

/** Newest version first. */
async function ownReceipts(ctx: Context, publications: readonly string[]): Promise<Confirmed[]> {
  if (!ctx.actor.id || !publications.length) return []
  const found = await all(ctx.asSystem(why).records(readReceipt), {
    where: { reader: ctx.actor.id, publication: { in: [...publications] } },
    sort: '-number',
  })
  return found.map(({ values }) => ({
    publication: String(values.publication),
    number: Number(values.number),
    readAt: String(values.readAt),
  }))
}

/** The reader says to have read a version; once said, it stays said. */
export async function confirmReading(ctx: Context, id: string): Promise<void> {
  const { actor } = ctx
  if (!actor.id) throw new AppError(403, 'access.forbidden')
  const version = await ctx.records(edition).get(id)
  if (version.state !== 'in_force') throw new AppError(409, 'publication.not_current')
  const said = { edition: id, reader: actor.id }
  await ctx.transaction(async (tx) => {
    await takeTurn(tx.db, `receipt ${id} ${actor.id}`)
    const receipts = tx.asSystem(why).records(readReceipt)
    const { items } = await receipts.list({ where: said, limit: 1, uncounted: true })
    if (items.length) return
    const { title, publication: of, number } = version
    await receipts.create({
      ...said,
      title: String(title),
      publication: String(of),
      number: Number(number),
      readAt: ctx.now().toISOString(),
    })
  })
}

/** Who has read the current version of a text, and who has not; told to whoever may change the text. */
export async function readersOf(ctx: Context, id: string): Promise<Readers> {
  const { can } = await ctx.records(publication).get(id)
  if (!can.includes('update')) throw new AppError(403, 'access.forbidden')
  const version = await lastEdition(ctx, id)
  if (version?.values.state !== 'in_force') return { edition: null, number: null, people: [] }
  const { values } = version
  const receipts = await all(ctx.asSystem('who has read it').records(readReceipt), {
    where: { publication: id, number: { gte: Number(values.receiptsFrom ?? 0) } },
    sort: 'readAt',
  })
  const readAt = new Map(receipts.map((receipt) => [receipt.values.reader, String(receipt.values.readAt)]))
  const people = (await peopleFor(ctx, values)).map((one) => ({ ...one, readAt: readAt.get(one.id) ?? null }))
  return { edition: version.id, number: Number(values.number), people }
}

/** Reminds everybody who has not read it; how many they are. */
export async function remindReaders(ctx: Context, id: string): Promise<number> {
  const { edition: record, people } = await readersOf(ctx, id)
  const readers = people.filter(({ readAt }) => !readAt).map((one) => one.id)
  if (!record || !readers.length) return 0
  await ctx.transaction(async (tx) =>
    tell(tx, { kind: 'reading_waiting', readers, object: edition.name, record, detail: 'reminder' }),
  )
  return readers.length
}
