import { randomUUIDv7 } from 'node:crypto'
import { AppError } from '#shared/app-error'
import { locales } from '#shared/label'
import { everything } from '../access/actor.ts'
import type { Guard } from '../access/custody.ts'
import type { Context } from '../context.ts'
import { passFilesOf, rebindFiles } from '../files/files.ts'
import type { PendingChange } from '../object/hooks.ts'
import { type ObjectType, titleFieldOf } from '../object/object-type.ts'
import { writeTrail } from '../record/trail.ts'
import { dueAfter, keepAwaited } from './deadline.ts'
import { type Demand, demandOf, mayAsk } from './demand.ts'
import { groundsFor } from './grounds.ts'
import { type Arrival, faceOf, keepProposal } from './proposal.ts'
import { signersOf } from './signing.ts'
import { openAt } from './slots.ts'

/** What a change that was asked for has come to: a proposal that waits, or leave to make it, perhaps `alone`. */
export type Leave = { proposed: string | null; alone: boolean }

type Proposed = PendingChange & {
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
  const { instead, reason, source, files } = groundsFor(ctx, demand, change)
  const id = randomUUIDv7()
  const { type: face, fields } = faceOf(ctx)
  const system = ctx.asSystem('keep a proposal')
  const { operation, version, values, arrival, owner } = change
  const suggested = change.suggestTo ? true : undefined
  const what = { id, object: type.name, record: change.id, operation, version, values, arrival, suggested } as const
  await keepProposal(system, { ...what, grounds: { reason, source, files }, owner, duties, people })
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
  // What is not there yet is seen by whoever will see it.
  const guard = change.guard ? { ...change.guard, write: [everything], work: [everything] } : undefined
  if (instead) await rebindFiles(ctx, face.name, { from: instead, to: id })
  await system.recordsNamed(face.name).createMany([{ id, input, guard, origin: { import: arrival?.origin.import } }])
  // They open and end with the file that they are about.
  if (files.length) await passFilesOf(ctx, face.name, id, owner)
  if (signable) {
    const [first] = await signersOfSteps(ctx, id, demand)
    if (people) await keepAwaited(ctx, id, first ?? [])
  }
  await writeTrail(ctx, type.name, {
    audit: [{ action: 'propose', record: change.id, owner, fields: change.fields, reason: change.reason }],
    events: [],
  })
  return id
}

/** Who could sign at this moment, step by step; refused where a signature that is asked for could be nobody's. */
async function signersOfSteps(
  ctx: Context,
  id: string,
  { duties, people, except, steps }: Demand,
): Promise<readonly string[][]> {
  const signersAmong = async (named: readonly string[] | null): Promise<string[]> => {
    const signing = { duties, people: named, open: openAt(steps, []), except, handed: [], needless: false }
    const signers = await signersOf(ctx, id, { proposer: ctx.actor.id, signing })
    if (!signers.length) throw new AppError(422, people ? 'proposal.no_signer_by_rule' : 'proposal.no_signer')
    return signers
  }
  if (!people) return [await signersAmong(null)]
  const found: string[][] = []
  for (const slots of steps) {
    const ofStep = []
    for (const slot of slots) ofStep.push(...(await signersAmong(slot.people)))
    found.push([...new Set(ofStep)])
  }
  return found
}

/** What the record is called in each language. Titles are never sealed: they may stand in the proposal's own record. */
function subjectOf(type: ObjectType, { before, after }: PendingChange): string {
  const titles = locales.map((locale) => titleFieldOf(type, locale)).map((field) => after?.[field] ?? before?.[field])
  const told = titles.filter((title) => typeof title === 'string' && title !== '')
  return [...new Set(told)].join(' / ').slice(0, 200)
}
