import { AppError } from '#shared/app-error'
import type { ErrorCode } from '#shared/error-codes'
import type { Duty } from '../access/duties.ts'
import { actorOf, type Person, peopleWithDuty, personById, standingsOf } from '../access/people.ts'
import { peopleByIds } from '../access/readers.ts'
import { ruling, scope } from '../access/scope.ts'
import type { Context } from '../context.ts'
import type { PendingChange } from '../object/hooks.ts'
import type { ObjectType } from '../object/object-type.ts'
import { name, sql } from '../query/sql.ts'
import { changedFields } from '../record/changed-fields.ts'
import { load } from '../record/load.ts'
import type { Stored } from '../record/row-codec.ts'
import { type Course, readCourse, turnsIn } from './course.ts'
import { type Demand, demandOf, demandTogether, isByItself } from './demand.ts'
import { faceOf, type Proposal, partsOf, readProposal } from './proposal.ts'
import { isKeyed, type Open, openAt, withDisputes } from './slots.ts'

/** Who may sign a proposal, as the rules stand now. */
export type Signing = {
  duties: readonly Duty[]
  /** Whom the rules of the house name; null = they ask for nobody in particular. */
  people: readonly string[] | null
  /** Who would gain by it. */
  except: readonly string[]
  /** Where it stands among the steps of these rules. */
  open: Open
  /** Who has left the decision to another. */
  handed: readonly string[]
  /** The rules ask for nobody any longer: brought again by its maker, it is made at once. */
  needless: boolean
  /** What was keyed instead can be decided for as well: nothing else was asked for, and nobody is still to key. */
  counterable: boolean
  /** By rules of late, one of several changes is decided on by itself: they cannot be signed as one any longer. */
  apart: boolean
}

/** What would be done to one record, and the record as it stands; null where it has gone or is not there yet. */
export type Part = { proposal: Proposal; live: Stored | null }

/** What a proposal is about, as it stands, how it went until now, and who may sign. Where the rules ask for nobody any longer, those may whom they asked for when it was made. */
export async function standsNow(
  ctx: Context,
  proposal: Proposal,
  proposer: unknown,
): Promise<{ parts: readonly Part[]; course: Course; signing: Signing }> {
  const system = ctx.asSystem('look at what a proposal is about')
  const parts: Part[] = []
  const demands: Demand[] = []
  let isWhole = true
  for (const part of await partsOf(ctx, proposal)) {
    const type = ctx.type(part.object)
    const live = await system.reading((tx) => liveRecord(tx, type, part))
    const change = changeOf(type, part, live)
    const asked = change && (await demandOf(system, type, { change, maker: String(proposer) }))
    if (asked && asked !== 'alone') demands.push(asked)
    if (!change) isWhole = false
    parts.push({ proposal: part, live })
  }
  const course = await readCourse(ctx, proposal.id)
  const { handed, calledIn, signatures, ...disputes } = turnsIn(course)
  const withCalled = (people: readonly string[] | null) => people && [...new Set([...people, ...calledIn])]
  if (demands.length) {
    const demand = demandTogether(demands)
    const { duties, people, except, steps } = demand
    const apart = proposal.parts !== undefined && isByItself(demand)
    const open = openAt(
      steps.map((slots) => withDisputes(slots, disputes)),
      signatures,
    )
    const asks = people && open.slots.flatMap((slot) => (slot.blind ? [] : slot.people))
    const isAllKeyed = steps.length === 1 && steps.flat().every(isKeyed)
    const counterable = isAllKeyed && disputes.disputed.length > 0 && open.slots.every(({ blind }) => !blind)
    const signing = { duties, people: withCalled(asks), open, except, handed, needless: false, counterable, apart }
    return { parts, course, signing }
  }
  const { duties, people } = proposal
  const open = openAt([], signatures)
  const needless = isWhole && !proposal.suggested
  return {
    parts,
    course,
    signing: {
      duties,
      people: withCalled(people),
      open,
      except: [],
      handed,
      needless,
      counterable: false,
      apart: false,
    },
  }
}

/** What it is about has changed since it was made. */
export function isStale({ proposal: { operation, version }, live }: Part): boolean {
  return operation !== 'create' && live?.version !== version
}

async function liveRecord(ctx: Context, type: ObjectType, { record, operation }: Proposal): Promise<Stored | null> {
  if (operation === 'create') return null
  try {
    return await load(ctx, type, record, { deleted: operation === 'restore' })
  } catch (error) {
    if (error instanceof AppError && error.status === 404) return null
    throw error
  }
}

/** The change as it would be made now; null where what it is about has gone. */
function changeOf(
  type: ObjectType,
  { operation, record: id, values }: Proposal,
  live: Stored | null,
): PendingChange | null {
  if (operation === 'create')
    return {
      operation,
      id,
      before: null,
      after: values,
      fields: Object.keys(values).filter((field) => values[field] !== null),
    }
  if (!live) return null
  const before = live.values
  if (operation === 'delete') return { operation, id, before, after: null, fields: [] }
  if (operation === 'restore') return { operation, id, before: null, after: before, fields: [] }
  const after = { ...before, ...values }
  return { operation, id, before, after, fields: changedFields(type, before, after).map(({ name }) => name) }
}

type Bar = Extract<
  ErrorCode,
  'proposal.own' | 'proposal.handed_over' | 'proposal.right_of_maker' | 'access.own_rights' | 'access.forbidden'
>

/**
 * Why the actor does not decide; null = may. Nobody decides on their own, nor on what they would gain by, nor by a right that they
 * have from its maker alone; and programs on nothing.
 */
export async function barTo(
  ctx: Context,
  id: string,
  { proposer, signing }: { proposer: unknown; signing: Signing },
): Promise<Bar | null> {
  const { actor } = ctx
  if (actor.id === null || actor.token !== null) return 'access.forbidden'
  if (proposer === actor.id) return 'proposal.own'
  if (signing.except.includes(actor.id)) return 'access.own_rights'
  if (!isAskedFor(signing, actor)) return 'access.forbidden'
  if (signing.handed.includes(actor.id)) return 'proposal.handed_over'
  return (await isSigner(ctx, id, { proposer, signing, person: actor.id })) ? null : 'proposal.right_of_maker'
}

/** Whether one person could sign. */
export async function isSigner(
  ctx: Context,
  id: string,
  { proposer, signing, person: named }: { proposer: unknown; signing: Signing; person: string },
): Promise<boolean> {
  const person = await personById(ctx.db, ctx.kernel.registry, named)
  const signers = person ? await whoMaySign(ctx, id, { proposer, signing, people: [person] }) : []
  return signers.length > 0
}

function isAskedFor({ duties, people }: Signing, { id, duties: held }: { id: string | null; duties: readonly Duty[] }) {
  if (people && (id === null || !people.includes(id))) return false
  return duties.length ? duties.some((duty) => held.includes(duty)) : people !== null
}

/** Who could sign a proposal that waits; nobody once it is settled. */
export async function signersWaitedFor(ctx: Context, id: string): Promise<string[]> {
  const { type, fields } = faceOf(ctx)
  return ctx.asSystem('look for who could sign').reading(async (tx) => {
    const { values } = await load(tx, type, id)
    const proposal = values[fields.state] === 'pending' ? await readProposal(tx, id) : undefined
    if (!proposal) return []
    const proposer = values[fields.proposer]
    const { signing } = await standsNow(tx, proposal, proposer)
    return signersOf(tx, id, { proposer, signing })
  })
}

// Whoever asks gets an answer; nobody reads more names than that.
const mostTold = 50

/** Who else could sign now: is asked for, sees the request, and neither made it nor gains by it. */
export async function signersOf(
  ctx: Context,
  id: string,
  { proposer, signing }: { proposer: unknown; signing: Signing },
): Promise<string[]> {
  const people = signing.people ? await peopleByIds(ctx, signing.people) : await peopleWithDuty(ctx, signing.duties)
  return whoMaySign(ctx, id, { proposer, signing, people })
}

/** Each as they stand without what the maker alone has given them. */
async function whoMaySign(
  ctx: Context,
  id: string,
  { proposer, signing, people }: { proposer: unknown; signing: Signing; people: readonly Person[] },
): Promise<string[]> {
  const { type } = faceOf(ctx)
  const system = ctx.asSystem('look for who could sign')
  const out = [proposer, ...signing.except, ...signing.handed]
  const asked = people.filter((person) => !out.includes(person.id))
  const house = { ...ctx.kernel, db: ctx.db }
  const standings = await standingsOf(house, asked, { apartFrom: typeof proposer === 'string' ? proposer : undefined })
  const signers: string[] = []
  for (const person of asked) {
    const standing = standings.get(person.id)
    if (signers.length === mostTold) break
    if (!standing || !isAskedFor(signing, { id: person.id, duties: standing.duties })) continue
    const reader = ctx.with({ actor: actorOf(person, standing, { session: null }), systemReason: null })
    if (await system.reading((tx) => isSeenBy(tx, reader, type, id))) signers.push(person.id)
  }
  return signers
}

async function isSeenBy(system: Context, reader: Context, type: ObjectType, id: string): Promise<boolean> {
  if (ruling(reader, type, 'read') === false) return false
  const [row] = await system.db.rows(
    sql`select 1 from ${name(type.table)} where id = ${id}::uuid and ${scope(reader, type, 'read')}`,
    { steady: true },
  )
  return row !== undefined
}
