import { type Context, completeItem, fieldAccess, superiorOf } from '#kernel'
import { customer } from '#objects'
import { AppError } from '#shared/app-error'
import type { verifiedBy } from '#shared/verification'
import type { RecordAnswer } from '#shared/wire'
import { reviewFinding } from './review-finding.ts'
import { reviewProgramme } from './review-programme.ts'
import { reviewRound } from './review-round.ts'

export const findingKinds = ['wrong', 'missing', 'duplicate', 'outdated', 'unneeded'] as const

export type Found = {
  kind: (typeof findingKinds)[number]
  field?: string
  note?: string
  /** What should stand there; null: nothing. */
  value?: unknown
  /** The other file of what is there twice. */
  twin?: string
}

export type Review = {
  /** Version of the file that was looked at. */
  version: number
  /** By what its values were checked: those that are to be verified count as verified, but for those found fault with. */
  how?: (typeof verifiedBy)[number]
  note?: string
  findings: readonly Found[]
}

const why = 'review a file'

/** What somebody has found on a file that was given to them; values that should stand there are asked for as a change. */
export async function submitReview(ctx: Context, id: string, review: Review): Promise<void> {
  await completeItem(ctx, reviewProgramme, id, async (tx, item) => {
    const file = await tx.records(customer).get(String(item.customer))
    if ([file.owner, file.createdBy].includes(tx.actor.id)) throw new AppError(403, 'review.own_file')
    if (file.version !== review.version) throw new AppError(409, 'review.stale')
    const request = await suggest(tx, { file, item, review })
    await keepFindings(tx, { file, item, review, request })
    await verifyRest(tx, file, review)
    const result = review.findings.length ? 'found' : 'right'
    const { owner, version } = file
    const seen = { fileOwner: owner ?? null, seenVersion: version, until: lookBack(tx) }
    return { result, values: { note: review.note ?? null, ...seen } }
  })
}

/** The page goes on to the next file, and whoever notices something may still look back. */
const minutesToLookBack = 10

function lookBack(ctx: Context): string {
  return new Date(ctx.now().getTime() + minutesToLookBack * 60_000).toISOString()
}

type Reviewed = { file: RecordAnswer; item: RecordAnswer; review: Review }

/** One change request for all values of a file; whoever of those in charge agrees to it makes the change. */
async function suggest(ctx: Context, { file, item, review }: Reviewed): Promise<string | null> {
  const values = Object.fromEntries(review.findings.flatMap((found) => proposedBy(found)))
  if (!Object.keys(values).length) return null
  const notes = [review.note, ...review.findings.map(({ note }) => note)].filter((note) => note)
  const { proposed } = await ctx.recordsNamed(customer.name).update(file.id, values, {
    version: review.version,
    reason: notes.join('\n') || undefined,
    suggestTo: await inCharge(ctx, file, String(item.round)),
  })
  if (!proposed) throw new AppError(422, 'review.nothing_to_correct')
  return proposed
}

function proposedBy({ kind, field, value }: Found): [string, unknown][] {
  if (field === undefined) return []
  if (value !== undefined) return [[field, value]]
  return kind === 'unneeded' ? [[field, null]] : []
}

/** Whose file it is, who leads them, and who is in charge of the round. */
async function inCharge(ctx: Context, { owner }: RecordAnswer, round: string): Promise<string[]> {
  const { owner: keeper } = await ctx.asSystem(why).records(reviewRound).get(round)
  const leading = typeof owner === 'string' ? await superiorOf(ctx, owner) : undefined
  const people = [owner, leading?.id, keeper].filter((id) => typeof id === 'string')
  return [...new Set(people)].filter((id) => id !== ctx.actor.id)
}

async function keepFindings(
  ctx: Context,
  { file, item, review, request }: Reviewed & { request: string | null },
): Promise<void> {
  const type = ctx.type(customer.name)
  for (const { field } of review.findings)
    if (field !== undefined && !canName(ctx, field))
      throw new AppError(400, 'request.unknown_field', { params: { field } })
  const seen = review.findings.flatMap(({ twin }) => twin ?? [])
  for (const twin of seen) await ctx.recordsNamed(type.name).get(twin)
  await ctx
    .asSystem(why)
    .records(reviewFinding)
    .createMany(
      review.findings.map((found) => {
        const { kind, field = null, note = null, twin = null } = found
        const asked = proposedBy(found).length ? request : null
        const input = { kind, field, note, twin, request: asked, state: asked ? 'waiting' : 'open' } as const
        const place = { customer: file.id, item: item.id, round: String(item.round), reviewer: ctx.actor.id }
        return { input: { ...input, ...place } }
      }),
    )
}

/** Values that the reviewer sees as they are count as verified, but for those with a finding. */
async function verifyRest(ctx: Context, file: RecordAnswer, { how, findings }: Review): Promise<void> {
  if (!how) return
  const type = ctx.type(customer.name)
  const records = ctx.asSystem(why).recordsNamed(type.name)
  for (const bound of type.verified) {
    const value = file[bound.name]
    const isFaulty = findings.some(({ field }) => field === bound.name)
    const isSeen = ['edit', 'read'].includes(fieldAccess(ctx, type, bound))
    if (isFaulty || !isSeen || value === null || value === undefined) continue
    try {
      await records.verify(file.id, { field: bound.name, how, version: file.version })
    } catch (error) {
      // Entered by the reviewer: somebody else has to make sure of it.
      if (!(error instanceof AppError) || error.code !== 'verification.own_entry') throw error
    }
  }
}

function canName(ctx: Context, field: string): boolean {
  const type = ctx.type(customer.name)
  const bound = type.fields.get(field)
  return bound !== undefined && fieldAccess(ctx, type, bound) !== 'hidden'
}
