import { randomUUIDv7 } from 'node:crypto'
import { AppError } from '#shared/app-error'
import type { Context } from '../context.ts'
import { passFilesOf, rebindFiles } from '../files/files.ts'
import type { ObjectType } from '../object/object-type.ts'
import { writeTrail } from '../record/trail.ts'
import { beyondSight } from '../record/transaction.ts'
import { dueAfter, keepAwaited } from './deadline.ts'
import { type Demand, demandTogether } from './demand.ts'
import { type Grounds, groundsFor } from './grounds.ts'
import { keepLinks } from './linked.ts'
import { passToWholes } from './pass-guard.ts'
import { faceOf, keepProposal, type SignedMerge } from './proposal.ts'
import { fileOf, guardOfFace, type Proposed, signersOfSteps, subjectOf } from './propose.ts'

/** How many records one request changes; beyond that each is a request of its own. */
export const mostInWhole = 50

/** A change that is asked for together with others; null: nobody would have to sign it. */
export type Gathered = { type: ObjectType; change: Proposed; demand: Demand | null }

type Whole = {
  id: string
  gathered: readonly Gathered[]
  first: Gathered
  demand: Demand
  grounds: Grounds
  merge?: SignedMerge
}

/**
 * What `work` would change is gathered instead of written. Where somebody else signs any of it first, all of it becomes one request that
 * is signed as one and made as a whole or not at all; undefined where each may go by itself.
 */
export async function proposeTogether(
  ctx: Context,
  work: (gathering: Context) => Promise<unknown>,
): Promise<{ request: string; parts: number } | undefined> {
  const gathered: Gathered[] = []
  await work(ctx.with({ grounds: { files: [], ...ctx.grounds, gathered } }))
  if (gathered.length < 2 || gathered.every(({ demand }) => !demand)) return undefined
  return { request: await proposeWhole(ctx, gathered), parts: gathered.length }
}

/** Keeps changes of which somebody else signs any first as one request; `merge`: what they come to. Returns the request. */
export async function proposeWhole(ctx: Context, gathered: readonly Gathered[], merge?: SignedMerge): Promise<string> {
  const [first] = gathered
  if (!first) throw new Error('A request is about something')
  if (gathered.length > mostInWhole) throw new AppError(413, 'request.too_large', { params: { limit: mostInWhole } })
  const demand = demandTogether(gathered.flatMap((each) => each.demand ?? []))
  const grounds = groundsFor(ctx, demand, { reason: first.change.reason, about: oneFileOf(gathered) })
  const id = randomUUIDv7()
  await keepWhole(ctx, { id, gathered, first, demand, grounds, merge })
  return id
}

/** The same; what may go by itself is made by `work` at once. Returns the request, if one waits. */
export async function askAsOne(ctx: Context, work: (ctx: Context) => Promise<string | null>): Promise<string | null> {
  const whole = await proposeTogether(ctx, work)
  return whole ? whole.request : work(ctx)
}

async function keepWhole(ctx: Context, whole: Whole): Promise<void> {
  const { id, gathered, first, demand, grounds } = whole
  const { type: face } = faceOf(ctx)
  const parts = await keepContents(ctx, whole)
  if (grounds.instead) await rebindFiles(ctx, face.name, { from: grounds.instead, to: id })
  await keepFaces(ctx, whole, parts)
  await beyondSight(ctx, () => passToWholes(ctx, [id]))
  // What proves several files' changes has a key of its own, which ends with that of any of them.
  if (grounds.files.length) await passFilesOf(ctx, face.name, { records: [id], owner: id })
  if (demand.signable) {
    // Fewer records, or each by itself, would be no merge.
    const nobody = whole.merge ? undefined : 'proposal.no_common_signer'
    const [signers = []] = await signersOfSteps(ctx, first.type, id, demand, nobody)
    if (demand.people) await keepAwaited(ctx, id, { people: signers, keying: false })
  }
  for (const { type, change } of gathered) {
    const { id: record, owner, fields, reason } = change
    await writeTrail(ctx, type.name, {
      audit: [{ action: 'propose', record, owner, fields, reason, detail: { whole: id } }],
      events: [],
    })
  }
}

/** The file that all of it is about, where it is about one. */
function oneFileOf(gathered: readonly Gathered[]): ReturnType<typeof fileOf> {
  const [first, ...others] = gathered.map(({ type, change }) => fileOf(type, change))
  return first && others.every((file) => file?.record === first.record) ? first : null
}

/** Each part is sealed for its own file; the whole holds their hashes, and what they are founded on. Returns the parts' ids. */
async function keepContents(ctx: Context, { id, gathered, first, demand, grounds, merge }: Whole): Promise<string[]> {
  const system = ctx.asSystem('keep a proposal')
  const { reason, source, files, linked = [] } = grounds
  const parts: { id: string; hash: string }[] = []
  for (const { type, change, demand: own } of gathered) {
    const { operation, id: record, version, values, owner } = change
    const part = { id: randomUUIDv7(), object: type.name, record, operation, version, values, owner }
    // The kept record would get values of others: none of them outlives the keys of its file.
    const sealedFor = merge && id
    const told = { reason, source, files: [], linked: [] }
    const hash = await keepProposal(system, {
      ...part,
      sealedFor,
      grounds: told,
      duties: [],
      people: own?.people ?? null,
    })
    parts.push({ id: part.id, hash })
  }
  const owners = gathered.map(({ change }) => change.owner)
  await keepProposal(system, {
    id,
    object: first.type.name,
    record: id,
    operation: first.change.operation,
    version: 0,
    values: {},
    parts,
    merge,
    grounds: { reason, source, files, linked: await keepLinks(ctx, owners, linked) },
    owner: id,
    duties: demand.duties,
    people: demand.people,
  })
  return parts.map((part) => part.id)
}

async function keepFaces(
  ctx: Context,
  { id, gathered, first, demand, grounds, merge }: Whole,
  parts: readonly string[],
): Promise<void> {
  const { type: face, fields } = faceOf(ctx)
  const faces = ctx.asSystem('keep a proposal').recordsNamed(face.name)
  const shared = {
    [fields.state]: 'pending',
    [fields.grounds]: grounds.reason,
    [fields.source]: grounds.source,
    [fields.proposer]: ctx.actor.id,
  }
  const of = ({ type, change }: Gathered) => ({
    ...shared,
    [fields.subject]: subjectOf(type, change),
    [fields.object]: type.name,
    [fields.record]: change.id,
    [fields.operation]: change.operation,
  })
  const more = ` (+${gathered.length - 1})`
  const whole = {
    ...of(first),
    [fields.subject]: `${subjectOf(first.type, first.change).slice(0, 200 - more.length)}${more}`,
    [fields.record]: id,
    [fields.operation]: merge ? 'merge' : first.change.operation,
    [fields.evidence]: grounds.files,
    [fields.parts]: gathered.length,
    [fields.due]: demand.days && dueAfter(ctx, demand.days),
  }
  await faces.createMany([{ id, input: whole }])
  await faces.createMany(
    gathered.map((part, at) => ({
      id: parts[at],
      input: { ...of(part), [fields.whole]: id },
      guard: guardOfFace(part.change),
    })),
  )
}
