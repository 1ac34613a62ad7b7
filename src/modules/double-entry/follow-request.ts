import {
  actorOf,
  type Context,
  counteredFields,
  type EntryWay,
  type Follower,
  peopleByIds,
  type Stored,
  standingOfPerson,
  startUnlessWaiting,
  survey,
  toKeyOf,
} from '#kernel'
import { wayOf } from './demand-keying.ts'
import { house, keyingJobKind, why } from './give-out.ts'
import { verifyKeyed } from './key-again.ts'
import { secondEntry } from './second-entry.ts'
import { settleTasks } from './tasks.ts'

const rightAfter: Readonly<Record<string, 'first' | 'second'>> = {
  approved: 'second',
  rejected: 'first',
  // Whoever keyed again takes it back: the first value stands.
  withdrawn: 'first',
}

/**
 * A request that is held until its values are keyed again has an entry for each. Which of two values was right, the decision says: on
 * the second one, where the first stands already, and else on the request itself.
 */
export const followRequest: Follower = {
  fields: ['state'],
  follow: async (ctx, { action, records }) => {
    for (const { id, after } of records)
      if (action === 'create') await askForKeying(ctx, id, wayOf(ctx))
      else if (action === 'update') await settle(ctx, id, String(after?.state))
  },
}

/** Each of its fields that is to be keyed and is not asked for yet. */
export async function askForKeying(ctx: Context, request: string, way: EntryWay = 'page'): Promise<void> {
  const asked = await toKeyOf(ctx, request)
  if (!asked) return
  const { object, record, file, maker } = asked
  const fields = await notYetAsked(ctx, request, asked.fields)
  if (!fields.length) return
  const same = { customer: file, object, record, state: 'waiting', held: true, request, enteredBy: maker } as const
  const how = { enteredAt: ctx.now().toISOString(), way }
  await ctx
    .asSystem(why)
    .records(secondEntry)
    .createMany(fields.map((field) => ({ input: { ...same, ...how, field } })))
  await startUnlessWaiting(house(ctx), keyingJobKind, {})
}

async function notYetAsked(ctx: Context, request: string, fields: readonly string[]): Promise<string[]> {
  const where = { request, state: { in: ['waiting', 'open', 'differs', 'same'] as const } }
  const { items } = await ctx
    .asSystem(why)
    .records(secondEntry)
    .list({ where, limit: 200, fields: ['field'] })
  return fields.filter((field) => !items.some(({ values }) => values.field === field))
}

async function settle(ctx: Context, request: string, state: string): Promise<void> {
  if (state === 'pending') return
  const entries = ctx.asSystem(why).records(secondEntry)
  const where = { request, state: { in: ['waiting', 'open', 'differs', 'same'] as const } }
  const own = house(ctx)
  const fields = Object.keys(secondEntry.fields)
  const items = await survey(own, own.type(secondEntry.name), { where, fields, few: true })
  if (!items.length) return
  const held = items.filter(({ values }) => values.held === true)
  const said = { settledBy: ctx.actor.id ?? null, settledAt: ctx.now().toISOString() }
  const right = rightAfter[state]
  for (const { id, values } of items)
    if (values.held !== true && values.state === 'differs' && right)
      await entries.update(id, { state: 'settled', right, ...said })
  if (held.length) await settleHeld(ctx, held, { request, state, said })
}

type Said = { settledBy: string | null; settledAt: string }

/** Approved, the request was right, or what was keyed instead; rejected, neither was. Otherwise its values are keyed anew when it comes again. */
async function settleHeld(
  ctx: Context,
  held: readonly Stored[],
  { request, state, said }: { request: string; state: string; said: Said },
): Promise<void> {
  const entries = ctx.asSystem(why).records(secondEntry)
  const taken = await counteredFields(ctx, request)
  const isDecided = state === 'approved' || state === 'rejected'
  for (const { id, values } of held) {
    if (values.state === 'same') {
      if (state === 'approved') await verifyAs(ctx, String(values.keyedBy), values)
    } else if (values.state === 'differs' && isDecided) {
      const right = state !== 'approved' ? null : taken.includes(String(values.field)) ? 'second' : 'first'
      await entries.update(id, { state: 'settled', right, ...said })
    } else await entries.update(id, { state: 'dropped' })
  }
  await settleTasks(
    ctx,
    held.map(({ values }) => values.todo),
  )
}

/** By whoever has keyed it, whoever signs last. */
async function verifyAs(ctx: Context, id: string, entry: Stored['values']): Promise<void> {
  const [person] = await peopleByIds(ctx, [id])
  if (!person) return
  const standing = await standingOfPerson({ ...ctx.kernel, db: ctx.db }, person)
  const keyer = ctx.with({ actor: actorOf(person, standing, { session: null }) })
  const { version } = await ctx.asSystem(why).recordsNamed(String(entry.object)).get(String(entry.record))
  await verifyKeyed(keyer, entry, version)
}
