import { randomUUIDv7 } from 'node:crypto'
import { AppError } from '#shared/app-error'
import type { ErrorCode } from '#shared/error-codes'
import { locales } from '#shared/label'
import { everything } from '../access/actor.ts'
import type { Guard } from '../access/custody.ts'
import type { Context } from '../context.ts'
import { passFilesOf, rebindFiles } from '../files/files.ts'
import type { PendingChange, ProposedOperation } from '../object/hooks.ts'
import { type ObjectType, titleFieldOf } from '../object/object-type.ts'
import { name, sql } from '../query/sql.ts'
import { writeTrail } from '../record/trail.ts'
import { dueAfter, keepAwaited } from './deadline.ts'
import { type Demand, demandOf, isByItself, mayAsk } from './demand.ts'
import { groundsFor } from './grounds.ts'
import { keepLinks } from './linked.ts'
import { type Arrival, faceOf, keepProposal } from './proposal.ts'
import { ableAmong } from './second-people.ts'
import { signersOf } from './signing.ts'
import { isToKey, openAt } from './slots.ts'

/** What a change that was asked for has come to: a proposal that waits, or leave to make it, perhaps `alone`. */
export type Leave = { proposed: string | null; alone: boolean }

export type Proposed = PendingChange & {
  version: number
  /** What the change sets; nothing for what goes or comes back. */
  values: Readonly<Record<string, unknown>>
  arrival?: Arrival
  reason?: string
  /** Somebody who does not change the record suggests it: these people are asked, unless rules of the house name others. */
  suggestTo?: readonly string[]
  /** The file that it is about. */
  owner: string
  /** Who may see a record that is not there yet. */
  guard?: Guard | null
}

/** Asks whether a change may be made at once. Where somebody else signs first, it is kept as a proposal and nothing else is written. */
export async function leaveFor(ctx: Context, type: ObjectType, change: Proposed): Promise<Leave> {
  const { suggestTo } = change
  const asked = await approvalOf(ctx, type, change)
  const approval = suggestTo && (asked === null || asked === 'alone') ? suggestedTo(suggestTo) : asked
  const demand = approval === 'alone' ? null : approval
  if (ctx.grounds?.gathered) {
    if ((demand && isByItself(demand)) || change.arrival) throw new AppError(422, 'proposal.by_itself')
    ctx.grounds.gathered.push({ type, change, demand })
    return { proposed: change.id, alone: false }
  }
  if (approval === null || approval === 'alone') return { proposed: null, alone: approval === 'alone' }
  return { proposed: await propose(ctx, type, change, approval), alone: false }
}

export async function approvalOf(
  ctx: Context,
  type: ObjectType,
  change: PendingChange,
): Promise<Demand | 'alone' | null> {
  if (!mayAsk(type, change.operation) || ctx.systemReason || ctx.approver) return null
  return demandOf(ctx, type, { change, maker: ctx.actor.id })
}

function suggestedTo(people: readonly string[]): Demand {
  const steps = [[{ key: 'suggested', people }]]
  return { duties: [], people, steps, except: [], signable: true, needs: [], days: null }
}

async function propose(ctx: Context, type: ObjectType, change: Proposed, demand: Demand): Promise<string> {
  const { duties, people, signable } = demand
  const { instead, reason, source, files, linked } = groundsFor(ctx, demand, { ...change, about: fileOf(type, change) })
  const id = randomUUIDv7()
  const { type: face, fields } = faceOf(ctx)
  const system = ctx.asSystem('keep a proposal')
  const { operation, version, values, arrival, owner } = change
  const suggested = change.suggestTo ? true : undefined
  const what = { id, object: type.name, record: change.id, operation, version, values, arrival, suggested } as const
  const grounds = { reason, source, files, linked: await keepLinks(ctx, [owner], linked ?? []) }
  await keepProposal(system, { ...what, grounds, owner, duties, people })
  const input = {
    [fields.subject]: subjectOf(type, change),
    [fields.object]: type.name,
    [fields.record]: change.id,
    [fields.operation]: operation,
    [fields.state]: 'pending',
    [fields.grounds]: reason,
    [fields.source]: source,
    [fields.evidence]: files,
    [fields.proposer]: ctx.actor.id,
    [fields.due]: demand.days && dueAfter(ctx, demand.days),
  }
  if (instead) await rebindFiles(ctx, face.name, { from: instead, to: id })
  await system
    .recordsNamed(face.name)
    .createMany([{ id, input, guard: guardOfFace(change), origin: { import: arrival?.origin.import } }])
  // They open and end with the file that they are about.
  if (files.length) await passFilesOf(ctx, face.name, { records: [id], owner })
  if (signable) {
    const [first] = await signersOfSteps(ctx, type, id, demand)
    if (people) await keepAwaited(ctx, id, { people: first ?? [], keying: isToKey(demand.steps[0] ?? []) })
  }
  await writeTrail(ctx, type.name, {
    audit: [{ action: 'propose', record: change.id, owner, fields: change.fields, reason: change.reason }],
    events: [],
  })
  return id
}

/** What is not there yet is seen by whoever will see it. */
export function guardOfFace({ guard }: Proposed): Guard | undefined {
  return guard ? { ...guard, write: [everything], work: [everything] } : undefined
}

/** The file that a change is about, where there is one already. */
export function fileOf(
  { name, parent }: ObjectType,
  { owner, operation }: { owner: string; operation: ProposedOperation },
): { object: string; record: string } | null {
  if (parent) return { object: parent.object, record: owner }
  return operation === 'create' || operation === 'restore' ? null : { object: name, record: owner }
}

/** Who could sign at this moment, step by step; refused where a signature that is asked for could be nobody's. */
export async function signersOfSteps(
  ctx: Context,
  type: ObjectType,
  id: string,
  { duties, people, except, steps }: Demand,
  nobody: ErrorCode = people ? 'proposal.no_signer_by_rule' : 'proposal.no_signer',
): Promise<readonly string[][]> {
  const signersAmong = async (named: readonly string[] | null): Promise<string[]> => {
    const open = openAt(steps, [])
    const signing = {
      duties,
      people: named,
      open,
      except,
      handed: [],
      needless: false,
      counterable: false,
      apart: false,
    }
    const signers = await signersOf(ctx, id, { proposer: ctx.actor.id, signing })
    if (!signers.length) throw new AppError(422, nobody)
    return signers
  }
  if (!people) return [await signersAmong(null)]
  const found: string[][] = []
  for (const slots of steps) {
    const ofStep = []
    for (const slot of slots)
      if (slot.blind) await refuseUnkeyed(ctx, type, id, slot.people)
      else ofStep.push(...(await signersAmong(slot.people)))
    found.push([...new Set(ofStep)])
  }
  return found
}

/** Somebody has to be able to key it again, as far as rights and clearance tell at this moment. */
async function refuseUnkeyed(ctx: Context, type: ObjectType, id: string, named: readonly string[]): Promise<void> {
  const { type: face } = faceOf(ctx)
  const system = ctx.asSystem('look for who could key again')
  const [row] = await system.transaction((tx) =>
    tx.db.rows<{ level: number }>(sql`select acl_level as level from ${name(face.table)} where id = ${id}::uuid`),
  )
  const able = await ableAmong(system, type, { named, first: ctx.actor.id ?? '' })
  if (!able.some(({ cleared }) => cleared >= (row?.level ?? 0))) throw new AppError(422, 'proposal.no_keyer')
}

/** What the record is called in each language. Titles are never sealed: they may stand in the proposal's own record. */
export function subjectOf(type: ObjectType, { before, after }: PendingChange): string {
  const titles = locales.map((locale) => titleFieldOf(type, locale)).map((field) => after?.[field] ?? before?.[field])
  const told = titles.filter((title) => typeof title === 'string' && title !== '')
  return [...new Set(told)].join(' / ').slice(0, 200)
}
