import { AppError } from '#shared/app-error'
import type { ErrorCode } from '#shared/error-codes'
import { isHiddenNamed, veiledValue } from '../access/field-access.ts'
import { isBlindTo } from '../access/scope.ts'
import { auditRow } from '../audit/audit-row.ts'
import type { Context } from '../context.ts'
import { type MergeView, mergeView } from '../merge/show-merge.ts'
import type { ProposedOperation } from '../object/hooks.ts'
import { fieldOf } from '../object/object-type.ts'
import { name, sql } from '../query/sql.ts'
import { load } from '../record/load.ts'
import { titlesOf } from '../record/references.ts'
import type { ToDo } from './carry-out.ts'
import { causeSentence } from './cause.ts'
import { type Counter, countersIn, type ToldStep, toldSteps } from './course.ts'
import type { KeptLink } from './linked.ts'
import { proposerOf } from './lock-pending.ts'
import { faceOf, readProposal, seenHash } from './proposal.ts'
import { fileOf } from './propose.ts'
import { barTo, isStale, type Part, signersOf, standsNow } from './signing.ts'
import { peopleLeft } from './slots.ts'

/** What a proposal would do, beside what stands now, as its reader may see values. */
export type ProposalView = {
  hash: string
  object: string
  record: string
  operation: ProposedOperation
  /** The file on which it stands, where there is one already. */
  file: FileNamed | null
  /** What it is about has changed since; it has to be renewed. */
  stale: boolean
  /** Where it is one request for several changes, each of them. */
  parts: PartView[]
  /** Where these come to a merge, what they do not tell of it. */
  merge: MergeView | null
  /** The request that it is a part of. */
  whole: string | null
  /** The step at which it stands, of how many, and how many people have to sign this one yet. */
  step: { place: number; of: number; left: number }
  /** Why the reader may not decide; null = may. */
  bar: ErrorCode | null
  /** Who could sign now; nobody once it is settled. */
  signers: string[]
  /** The rules ask for nobody any longer: brought again by its maker, it is made at once. */
  needless: boolean
  /** Why it no longer fitted when somebody signed it. */
  cause: string | null
  items: Item[]
  /** Records that prove it, by name; each is read as any other. */
  linked: readonly KeptLink[]
  /** What is still to be keyed again, unseen. */
  toKey: string[]
  /** What was keyed instead can be decided for as well. */
  counterable: boolean
  /** One of its changes is decided on by itself by now: it cannot be signed as one, nor brought again. */
  apart: boolean
  /** What was asked and answered, handed on and called in. */
  course: ToldStep[]
  titles: Record<string, string>
}

export async function showProposal(ctx: Context, id: string): Promise<ProposalView> {
  const { type: face, fields } = faceOf(ctx)
  const view = await ctx.reading(async (tx) => {
    const shown = await load(tx, face, id)
    const proposal = await readProposal(tx, id)
    if (!proposal) throw new AppError(409, 'record.destroyed')
    const proposer = proposerOf(tx, shown)
    const { parts, course: read, signing } = await standsNow(tx, proposal, proposer)
    for (const { proposal: part } of parts)
      if (await isBlindTo(tx, tx.type(part.object), part.record)) throw new AppError(404, 'request.not_found')
    const whole = shown.values[fields.whole]
    const isOpen = shown.values[fields.state] === 'pending' && !whole
    const signers = isOpen ? await signersOf(tx, id, { proposer, signing }) : []
    const course = await toldSteps(tx, read)
    const counters = await countersIn(tx, read)
    const people = [...signers, ...course.flatMap(({ by, person }) => [by, person].filter((one) => one !== null))]
    const views = parts.map((part) => partView(tx, part, counters))
    const [only] = proposal.parts ? [] : views
    const { merge } = proposal
    const records = parts.flatMap(({ live }) => live ?? [])
    return {
      hash: seenHash(proposal, counters),
      object: proposal.object,
      record: proposal.record,
      operation: proposal.operation,
      file: only?.file ?? null,
      stale: parts.some(isStale),
      parts: only ? [] : await named(tx, views),
      merge: merge ? await mergeView(tx, tx.type(proposal.object), { merge, records, waits: isOpen }) : null,
      whole: typeof whole === 'string' ? whole : null,
      step: { place: signing.open.place + 1, of: signing.open.of, left: peopleLeft(signing.open) },
      bar: whole ? ('proposal.part' as const) : await barTo(tx, id, { proposer, signing }),
      signers,
      needless: isOpen && signing.needless,
      cause: proposal.cause && causeSentence(tx, tx.type(proposal.object), proposal.cause),
      items: only?.items ?? [],
      linked: proposal.grounds?.linked ?? [],
      toKey: isOpen ? signing.open.slots.flatMap(({ blind }) => blind ?? []) : [],
      counterable: isOpen && signing.counterable,
      apart: !whole && signing.apart,
      course,
      titles: Object.assign({}, ...(await Promise.all(parts.map((part) => titlesIn(tx, part, { people, counters }))))),
    }
  })
  const fieldsOf = ({ items }: { items: readonly Item[] }): string[] => items.map(({ field }) => field)
  const looked = [{ record: id, items: view.items }, ...view.parts.map(({ id: record, items }) => ({ record, items }))]
  await Promise.all(
    looked.map((each) =>
      ctx.kernel.audit.write(
        auditRow(ctx, { action: 'read', object: face.name, record: each.record, fields: fieldsOf(each) }),
      ),
    ),
  )
  return view
}

type FileNamed = { object: string; record: string }
/** `keyed`: what somebody else has keyed instead, unseen. */
type Item = { field: string; live: unknown; proposed: unknown; keyed?: unknown }

/** One change of several that are asked for as one. */
type PartView = Pick<ProposalView, 'object' | 'record' | 'operation' | 'file' | 'stale' | 'cause' | 'items'> & {
  id: string
  /** What its record is called. */
  subject: string
}

function partView(ctx: Context, part: Part, counters: readonly Counter[]): Omit<PartView, 'subject'> {
  const { id, object, record, operation, cause } = part.proposal
  const { proposal } = part
  const type = ctx.type(object)
  const keyed = valuesOf(counters)
  const items = itemsOf(ctx, part).map((item) => ({
    ...item,
    ...(item.field in keyed ? { keyed: veiledValue(ctx, type, item.field, keyed[item.field]) } : {}),
  }))
  const told = cause && causeSentence(ctx, type, cause)
  return { id, object, record, operation, file: fileOf(type, proposal), stale: isStale(part), cause: told, items }
}

/** What stands in each field, and what would stand instead, as the reader may see values. */
export function itemsOf(
  ctx: Context,
  { proposal: { object, values }, live }: { proposal: Pick<ToDo, 'object' | 'values'>; live: Part['live'] },
): Item[] {
  const type = ctx.type(object)
  return Object.entries(values)
    .filter(([field]) => type.fields.has(field) && !isHiddenNamed(ctx, type, field))
    .map(([field, value]) => ({
      field,
      live: veiledValue(ctx, type, field, live?.values[field] ?? null),
      proposed: veiledValue(ctx, type, field, value),
    }))
}

/** What was keyed instead, by field; of a request about one record alone. */
function valuesOf(counters: readonly Counter[]): Record<string, unknown> {
  return Object.fromEntries(counters.map(({ field, value }) => [field, value]))
}

/** By what their own lines say, which tell it in every language. */
async function named(ctx: Context, views: readonly Omit<PartView, 'subject'>[]): Promise<PartView[]> {
  const { type, fields } = faceOf(ctx)
  const subject = name(fieldOf(type, fields.subject).columns[0]?.name ?? '')
  const rows = await ctx.db.rows<{ id: string; subject: string | null }>(
    sql`select id, ${subject} as subject from ${name(type.table)} where id = any(${views.map(({ id }) => id)}::uuid[])`,
  )
  const subjects = new Map(rows.map((row) => [row.id, row.subject]))
  return views.map((view) => ({ ...view, subject: subjects.get(view.id) ?? '' }))
}

async function titlesIn(
  ctx: Context,
  { proposal, live }: Part,
  { people, counters }: { people: readonly string[]; counters: readonly Counter[] },
): Promise<Record<string, string>> {
  const records = [
    ...[live?.values ?? {}, proposal.values, valuesOf(counters)].map((values) => ({
      createdBy: null,
      updatedBy: null,
      values: { ...values },
    })),
    ...people.map((createdBy) => ({ createdBy, updatedBy: null, values: {} })),
  ]
  return titlesOf(ctx, ctx.type(proposal.object), records)
}
