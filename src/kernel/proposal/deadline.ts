import { addWorkingDays } from '#shared/working-days'
import { superiorOf } from '../access/superiors.ts'
import type { Context } from '../context.ts'
import { dateIn } from '../record/normalise.ts'
import type { Stored } from '../record/row-codec.ts'
import { survey } from '../record/survey.ts'
import { update } from '../record/update.ts'
import { keepStep, readCourse, turnsIn } from './course.ts'
import { lockWaiting, proposerOf, type Waiting } from './lock-pending.ts'
import { faceOf } from './proposal.ts'
import { ableAmong } from './second-people.ts'
import { signersOf, standsNow } from './signing.ts'

const today = (ctx: Context): string => dateIn(ctx.now(), ctx.kernel.settings.timeZone)

/** The last day on which a request that is made now is to be decided. */
export function dueAfter(ctx: Context, days: number): string | undefined {
  return addWorkingDays(ctx.kernel.settings.calendar, today(ctx), days)
}

/** For whom it waits stands on the request, where their inboxes find it; what is still to be keyed unseen waits in nobody's. */
export async function keepAwaited(
  ctx: Context,
  id: string,
  { people, keying }: { people: readonly string[]; keying: boolean },
): Promise<void> {
  const { type, fields } = faceOf(ctx)
  const system = ctx.asSystem('for whom a proposal waits')
  const pace = keying ? { [fields.pace]: 'keying' } : {}
  await system.transaction((tx) => update(tx, type, id, { [fields.awaits]: people, ...pace }))
}

/**
 * What follows from the clock for requests that rules of the house have made wait: whoever stands in for a signer from now on sees
 * them; on the last working day before the deadline signers are reminded; after it their superiors are called in. Once each.
 */
export async function chaseProposals(ctx: Context): Promise<void> {
  const { type, fields } = faceOf(ctx)
  const where = {
    [fields.state]: 'pending',
    or: [{ [fields.awaits]: { empty: false } }, { [fields.due]: { empty: false } }],
  }
  for (const { id } of await survey(ctx, type, { where, fields: [fields.state] }))
    await ctx.transaction((tx) => chase(tx, id))
}

async function chase(ctx: Context, id: string): Promise<void> {
  const waiting = await lockWaiting(ctx, id)
  if (!waiting) return
  const { type, fields } = faceOf(ctx)
  const { values } = waiting.face
  const pace = paceOf(ctx, waiting.face)
  const isNew = pace !== null && pace !== values[fields.pace]
  if (isNew && pace === 'escalated') await callIn(ctx, waiting)
  const awaits = await awaitedNow(ctx, waiting)
  const known: unknown = values[fields.awaits] ?? []
  const isSame =
    Array.isArray(known) && known.length === awaits.length && awaits.every((person) => known.includes(person))
  if (isSame && !isNew) return
  await update(ctx, type, id, { [fields.awaits]: awaits, ...(isNew ? { [fields.pace]: pace } : {}) })
}

function paceOf(ctx: Context, { values, createdAt }: Stored): 'reminded' | 'escalated' | null {
  const { fields } = faceOf(ctx)
  const due = values[fields.due]
  if (typeof due !== 'string') return null
  const day = today(ctx)
  if (day > due || values[fields.pace] === 'escalated') return 'escalated'
  // Whoever was told of it today is not reminded today.
  if (dateIn(new Date(createdAt), ctx.kernel.settings.timeZone) === day) return null
  const next = addWorkingDays(ctx.kernel.settings.calendar, day, 1)
  return next !== undefined && next >= due ? 'reminded' : null
}

/** Superiors of those for whom it waits may decide as well. */
async function callIn(ctx: Context, waiting: Waiting): Promise<void> {
  const proposer = proposerOf(ctx, waiting.face)
  const { calledIn } = turnsIn(await readCourse(ctx, waiting.proposal.id))
  const above: string[] = []
  for (const person of [...(await awaitedNow(ctx, waiting)), ...(await keyersNow(ctx, waiting))]) {
    const superior = await superiorOf(ctx, person)
    if (superior && superior.id !== proposer && ![...calledIn, ...above].includes(superior.id)) above.push(superior.id)
  }
  for (const person of above) await keepStep(ctx, waiting.proposal, { kind: 'escalation', person })
}

/** Who could still key again what nobody has. */
async function keyersNow(ctx: Context, { face, proposal }: Waiting): Promise<string[]> {
  const proposer = proposerOf(ctx, face)
  const { signing } = await standsNow(ctx, proposal, proposer)
  const named = signing.open.slots.flatMap(({ blind, people }) => (blind ? people : []))
  const able = await ableAmong(ctx, ctx.type(proposal.object), { named, first: String(proposer) })
  return [...new Set(able.map(({ id }) => id))]
}

/** Whoever it was handed to, as long as they can sign and nobody was called in; else all who can. */
async function awaitedNow(ctx: Context, { face, proposal }: Waiting): Promise<string[]> {
  const { fields } = faceOf(ctx)
  const proposer = proposerOf(ctx, face)
  const { course, signing } = await standsNow(ctx, proposal, proposer)
  const signers = await signersOf(ctx, proposal.id, { proposer, signing })
  const handed = face.values[fields.handedTo]
  const { calledIn } = turnsIn(course)
  return calledIn.length || !signers.some((id) => id === handed) ? signers : [String(handed)]
}
