import { agrees, type Context, keyProposed, peopleByIds, readersAmong, superiorOf, takeTurn } from '#kernel'
import { AppError } from '#shared/app-error'
import type { Locale } from '#shared/label'
import type { RecordAnswer } from '#shared/wire'
import { why } from './give-out.ts'
import { secondEntry } from './second-entry.ts'
import { settleTasks } from './tasks.ts'

/** `request`: where somebody decides between the two values. */
type Keyed = { state: 'same' | 'differs' | 'dropped' | 'outdated'; request: string | null }

/** What the second person says stands there. Where it agrees, the value counts as verified; else somebody decides between the two. */
export async function keyAgain(ctx: Context, id: string, value: unknown): Promise<Keyed> {
  return ctx.transaction(async (tx) => {
    await takeTurn(tx.db, `second entry ${id}`)
    const entry = await openEntry(tx, id)
    if (entry.held) return keyHeld(tx, entry, value)
    const said = { keyedBy: tx.actor.id ?? '', keyedAt: tx.now().toISOString() }
    const type = tx.type(String(entry.object))
    const field = String(entry.field)
    const isAsked = type.keyedAgain.some(({ fields }) => fields.includes(field))
    const compared = isAsked ? await agrees(tx, type, String(entry.record), { field, value }) : undefined
    const state = compared === undefined ? 'dropped' : compared.same ? 'same' : 'differs'
    const entries = tx.asSystem(why).records(secondEntry)
    await entries.update(id, { state, ...(compared && said) })
    if (compared?.same) await verifyKeyed(tx, entry, compared.version)
    const request =
      compared && !compared.same ? await askToDecide(tx, entry, { value, version: compared.version }) : null
    if (request) await entries.update(id, { request })
    await settleTasks(tx, [entry.todo])
    return { state, request }
  })
}

/** The value waits in a request: to say the same is the signature that this lacks; where it is another, others see both and decide. */
async function keyHeld(ctx: Context, entry: RecordAnswer, value: unknown): Promise<Keyed> {
  const { id } = entry
  const request = String(entry.request)
  const entries = ctx.asSystem(why).records(secondEntry)
  const keying = await keyProposed(ctx, request, { field: String(entry.field), value })
  if (typeof keying === 'string') {
    const state = keying === 'outdated' ? keying : 'dropped'
    await entries.update(id, { state: 'dropped' })
    await settleTasks(ctx, [entry.todo])
    return { state, request }
  }
  const said = { keyedBy: ctx.actor.id ?? '', keyedAt: ctx.now().toISOString() }
  const state = keying.same ? 'same' : 'differs'
  // It is keyed before the request moves on: nobody sees that whose own entry is open.
  await entries.update(id, { state, ...said })
  await settleTasks(ctx, [entry.todo])
  if (!keying.same) await keying.dispute(await thirdPeople(ctx, entry), reasons[ctx.locale])
  else if ((await keying.sign()) === 'outdated') return { state: 'outdated', request }
  return { state, request }
}

/** One's own that is still to be keyed; whoever entered the value is nobody's second person, not even their own. */
export async function openEntry(ctx: Context, id: string): Promise<RecordAnswer> {
  const entry = await ctx.records(secondEntry).get(id)
  if (entry.enteredBy === ctx.actor.id) throw new AppError(403, 'keying.own_entry')
  if (entry.assignee !== ctx.actor.id) throw new AppError(403, 'keying.not_yours')
  if (entry.state !== 'open') throw new AppError(409, 'keying.done')
  return entry
}

export async function verifyKeyed(
  ctx: Context,
  { object, record, field }: Readonly<Record<string, unknown>>,
  version: number,
): Promise<void> {
  const type = ctx.type(String(object))
  if (!type.verified.some(({ name }) => name === field)) return
  await ctx
    .asSystem(why)
    .recordsNamed(type.name)
    .verify(String(record), { field: String(field), how: 'keyed', version })
}

const reasons: Readonly<Record<Locale, string>> = {
  zh: '二次录入与首次录入不一致',
  en: 'Keyed again, with another value',
}

/** The second value waits, sealed, in a change request: whoever agrees to it makes it, whoever rejects it keeps the first. */
async function askToDecide(
  ctx: Context,
  entry: RecordAnswer,
  { value, version }: { value: unknown; version: number },
): Promise<string | null> {
  const { proposed } = await ctx
    .asSystem(why)
    .recordsNamed(String(entry.object))
    .update(
      String(entry.record),
      { [String(entry.field)]: value },
      { version, reason: reasons[ctx.locale], suggestTo: await deciders(ctx, entry) },
    )
  return proposed ?? null
}

/** Somebody third. Where the rule says so, or there is no third, the first. */
async function deciders(ctx: Context, entry: RecordAnswer): Promise<string[]> {
  const first = [String(entry.enteredBy)]
  const rules = ctx.type(String(entry.object)).keyedAgain.filter(({ holds }) => !holds)
  const rule = rules.find(({ fields }) => fields.includes(String(entry.field)))
  if (rule?.resolver === 'first') return first
  const third = await thirdPeople(ctx, entry)
  return third.length ? third : first
}

/**
 * The file's owner, who leads them, who leads the first person, or, where the second is who leads, who leads the second: those who see
 * the record, and neither of the two.
 */
async function thirdPeople(ctx: Context, { object, record, customer, enteredBy }: RecordAnswer): Promise<string[]> {
  const system = ctx.asSystem(why)
  const type = ctx.type(String(object))
  const first = String(enteredBy)
  const { owner } = await system.recordsNamed('customer').get(String(customer))
  const second = String(ctx.actor.id)
  const leading = [await superiorOf(ctx, first), typeof owner === 'string' ? await superiorOf(ctx, owner) : undefined]
  if (leading.some((person) => person?.id === second)) leading.push(await superiorOf(ctx, second))
  const named = [owner, ...leading.map((person) => person?.id)].filter((id) => typeof id === 'string')
  const third = [...new Set(named)].filter((id) => id !== first && id !== second)
  const people = await readersAmong(ctx, type, { id: String(record), people: await peopleByIds(ctx, third) })
  return people.map(({ id }) => id)
}
