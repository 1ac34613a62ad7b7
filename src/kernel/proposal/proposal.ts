import { createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { AppError } from '#shared/app-error'
import type { Duty } from '../access/duties.ts'
import type { Context } from '../context.ts'
import type { KeyOwner, Place } from '../crypto/codec.ts'
import type { ProposalFields } from '../object/define-object.ts'
import { type ProposedOperation, proposedOperations } from '../object/hooks.ts'
import type { ObjectType } from '../object/object-type.ts'
import { sql } from '../query/sql.ts'
import type { Origin } from '../record/draft.ts'
import type { Unread } from '../record/normalise.ts'
import type { Cause } from './cause.ts'
import type { Grounds } from './grounds.ts'
import type { KeptLink } from './linked.ts'

/** What a list brings beside values: the record's own past, and texts that could not be read. It stays to be completed. */
export type Arrival = { origin: Origin; unread: readonly Unread[] }

/** Which record stays, which are joined into it, and of which each value that differed is taken; `all`: a list of all. */
const signedMerge = z.object({
  kept: z.uuid(),
  joined: z.array(z.uuid()),
  choices: z.record(z.string(), z.string()),
})
export type SignedMerge = z.infer<typeof signedMerge>

/** What is to be done, exactly as somebody signs it. The salt keeps the hash from telling short values. */
const content = z.object({
  object: z.string(),
  record: z.uuid(),
  operation: z.enum(proposedOperations),
  /** Version on which the change is based; 0 for what is not there yet. */
  version: z.number().int(),
  values: z.record(z.string(), z.unknown()),
  /** How a list brought it; written by the product alone. */
  arrival: z.custom<Arrival>().optional(),
  /** Its maker may see the record and not change it: whoever agrees makes it their own, and applies it with their own rights. */
  suggested: z.literal(true).optional(),
  /** Why, by what source, and which files and records prove it. */
  grounds: z
    .object({
      reason: z.string().optional(),
      source: z.string().optional(),
      files: z.array(z.string()),
      linked: z.array(z.object({ object: z.string(), record: z.uuid(), version: z.number().int() })).optional(),
    })
    .optional(),
  /** One request for several changes: the hash of each is among what is signed. */
  parts: z.array(z.object({ id: z.uuid(), hash: z.string() })).optional(),
  /** What its parts come to: records are joined into one. */
  merge: signedMerge.optional(),
  salt: z.string(),
})
type ProposalContent = z.infer<typeof content>

/** A proposal as it is kept: its content opens with the key of the file that it is about. */
export type Proposal = ProposalContent & {
  id: string
  owner: string
  hash: string
  duties: readonly Duty[]
  /** Whom rules of the house named when it was made; null = they asked for nobody. */
  people: readonly string[] | null
  cause: Cause | null
}

type Row = Pick<Proposal, 'owner' | 'duties' | 'people' | 'cause'> & { hash: Buffer; content: Buffer }

/** Values of every level may stand in it. */
export const contentLevel = 3

/** The object whose records show proposals, and by which fields. */
export function faceOf(ctx: Context): { type: ObjectType; fields: ProposalFields } {
  for (const type of ctx.kernel.registry.objects.values())
    if (type.definition.proposal) return { type, fields: type.definition.proposal }
  throw new Error('No object is declared whose records show proposals')
}

export type NewProposal = {
  id: string
  object: string
  record: string
  operation: ProposedOperation
  version: number
  values: Readonly<Record<string, unknown>>
  arrival?: Arrival
  suggested?: true
  grounds: Omit<Grounds, 'asks' | 'instead' | 'linked' | 'together' | 'gathered'> & { linked: readonly KeptLink[] }
  owner: string
  duties: readonly Duty[]
  people: readonly string[] | null
  parts?: readonly { id: string; hash: string }[]
  merge?: SignedMerge
  /** By whose key it is sealed, where not by that of the file that it is about. */
  sealedFor?: string
}

/** Keeps it; returns its hash. */
export async function keepProposal(
  ctx: Context,
  { id, owner, duties, people, sealedFor = owner, ...what }: NewProposal,
): Promise<string> {
  const text = JSON.stringify({ ...what, salt: randomBytes(16).toString('base64url') })
  const key: KeyOwner = { owner: sealedFor, level: contentLevel }
  const sealed = (await ctx.kernel.codec.sealing([key])).seal(text, contentPlace(ctx, id), key)
  const hash = hashOf(text)
  await ctx.db.rows(sql`
    insert into proposal (id, owner, hash, content, duties, people)
    values (${id}::uuid, ${owner}::uuid, ${hash}, ${sealed}, ${duties as string[]}::text[], ${people as string[] | null}::uuid[])`)
  return hash.toString('hex')
}

/** The content as it was kept, unless its key has been destroyed. `lock`: nobody else decides on it meanwhile. */
export async function readProposal(ctx: Context, id: string, { lock = false } = {}): Promise<Proposal | undefined> {
  const [row] = await ctx.db.rows<Row>(
    sql`select owner, hash, content, duties, people, cause from proposal where id = ${id}::uuid ${lock ? sql`for update` : sql``}`,
    { steady: true },
  )
  if (!row) return undefined
  const text = (await ctx.kernel.codec.opening(ctx.db, [row.content])).open(row.content, contentPlace(ctx, id))
  if (text === null) return undefined
  if (!hashOf(text).equals(row.hash)) throw new Error(`Proposal ${id} is not what was proposed`)
  return {
    ...content.parse(JSON.parse(text)),
    id,
    owner: row.owner,
    hash: row.hash.toString('hex'),
    duties: row.duties,
    people: row.people,
    cause: row.cause,
  }
}

/** What is done when it is approved: the proposal itself, or its parts, each as it was when the whole was made. */
export async function partsOf(ctx: Context, proposal: Proposal, { lock = false } = {}): Promise<Proposal[]> {
  if (!proposal.parts) return [proposal]
  const parts: Proposal[] = []
  for (const { id, hash } of proposal.parts) {
    const part = await readProposal(ctx, id, { lock })
    if (!part) throw new AppError(409, 'record.destroyed')
    if (part.hash !== hash) throw new Error(`Proposal ${id} is not what was proposed`)
    parts.push(part)
  }
  return parts
}

/** Names exactly what its reader looks at: what is asked for, and what was keyed instead. */
export function seenHash({ hash }: Proposal, instead: readonly { text: string }[]): string {
  return instead.length ? hashOf(JSON.stringify([hash, ...instead.map(({ text }) => text)])).toString('hex') : hash
}

function hashOf(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

export function contentPlace(ctx: Context, id: string): Place {
  return { object: faceOf(ctx).type.name, record: id, field: 'content', copy: 'proposal' }
}
