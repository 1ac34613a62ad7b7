import { randomBytes, randomUUIDv7 } from 'node:crypto'
import { z } from 'zod'
import type { Context } from '../context.ts'
import type { KeyOwner, Place } from '../crypto/codec.ts'
import { sql } from '../query/sql.ts'
import { contentLevel, faceOf } from './proposal.ts'
import type { Signature } from './slots.ts'

export const courseKinds = [
  'question',
  'answer',
  'handover',
  'escalation',
  'signature',
  'keyed',
  'resolver',
  'counter',
] as const
type CourseKind = (typeof courseKinds)[number]

/** What happens to a request between its making and its decision; nothing of it is ever changed. */
export type Step = {
  kind: CourseKind
  /** Null: the house itself. */
  by: string | null
  at: string
  /** Whom a decision is handed to, or who is called in. */
  person: string | null
}
export type ToldStep = Step & { words: string | null }

type Row = Step & { id: string; content: Buffer | null; place: number | null; marks: string[] | null }

export async function keepStep(
  ctx: Context,
  { id, owner }: { id: string; owner: string },
  {
    kind,
    person,
    words,
    signature,
  }: Pick<Step, 'kind'> & Partial<{ person: string; words: string; signature: Signature }>,
): Promise<void> {
  const step = randomUUIDv7()
  const key: KeyOwner = { owner, level: contentLevel }
  const content = words ? (await ctx.kernel.codec.sealing([key])).seal(words, wordsPlace(ctx, step), key) : null
  await ctx.db.rows(sql`
    insert into proposal_step (id, proposal, kind, by, at, person, content, place, marks)
    values (${step}::uuid, ${id}::uuid, ${kind}, ${ctx.actor.id}::uuid, ${ctx.now().toISOString()}::timestamptz, ${person ?? null}::uuid, ${content}, ${signature?.place}::smallint, ${signature ? [...signature.marks] : null}::text[])`)
}

/** A course as it was read once, for all that is asked of it. */
export type Course = readonly Row[]

export async function readCourse(ctx: Context, id: string): Promise<Course> {
  const rows = await ctx.db.rows<Omit<Row, 'at'> & { at: Date }>(
    sql`select id, kind, by, at, person, content, place, marks from proposal_step where proposal = ${id}::uuid order by id`,
    { steady: true },
  )
  return rows.map(({ at, ...row }) => ({ ...row, at: new Date(at).toISOString() }))
}

/** What was said and done, in words. */
export async function toldSteps(ctx: Context, rows: Course): Promise<ToldStep[]> {
  const opening = await ctx.kernel.codec.opening(
    ctx.db,
    rows.flatMap(({ content }) => content ?? []),
  )
  return rows.map(({ id: step, content, kind, by, at, person }) => ({
    kind,
    by,
    at,
    person,
    // A value is nobody's words: it is shown among the values, to whoever sees such.
    words: kind === 'keyed' ? null : content && opening.open(content, wordsPlace(ctx, step)),
  }))
}

/** Another value for a field, as somebody has keyed it unseen: `text` is what is signed. */
export type Counter = { field: string; value: unknown; text: string }

const counter = z.object({ field: z.string(), value: z.unknown(), salt: z.string() })

export async function keepCounter(
  ctx: Context,
  proposal: { id: string; owner: string },
  { field, value, slot }: { field: string; value: unknown; slot: string },
): Promise<void> {
  const words = JSON.stringify({ field, value, salt: randomBytes(16).toString('base64url') })
  await keepStep(ctx, proposal, { kind: 'keyed', words, signature: { place: 0, marks: [slot] } })
}

/** What was keyed instead; nothing of it once its key has been destroyed. */
export async function countersIn(ctx: Context, course: Course): Promise<Counter[]> {
  const rows = course.filter(({ kind }) => kind === 'keyed')
  if (!rows.length) return []
  const opening = await ctx.kernel.codec.opening(
    ctx.db,
    rows.flatMap(({ content }) => content ?? []),
  )
  return rows.flatMap(({ id: step, content }): Counter[] => {
    const text = content && opening.open(content, wordsPlace(ctx, step))
    return text === null ? [] : [{ ...counter.parse(JSON.parse(text)), text }]
  })
}

/** The fields for which what was keyed again was decided for. */
export async function counteredFields(ctx: Context, id: string): Promise<readonly string[]> {
  return (await readCourse(ctx, id)).flatMap(({ kind, marks }) => (kind === 'counter' ? (marks ?? []) : []))
}

export type Turns = {
  handed: string[]
  calledIn: string[]
  signatures: Signature[]
  /** Places in which another value was keyed, and who decides there. */
  disputed: string[]
  resolvers: string[]
}

/** Who has handed the decision to somebody else in this step and did not get it back, who was called in, and what is signed. */
export function turnsIn(rows: Course): Turns {
  const handed = new Set<string>()
  for (const { kind, by, person } of rows) {
    if (kind === 'signature') handed.clear()
    if (kind !== 'handover' || !by || !person) continue
    handed.add(by)
    handed.delete(person)
  }
  return {
    handed: [...handed],
    calledIn: rows.flatMap((row) => (row.kind === 'escalation' ? (row.person ?? []) : [])),
    signatures: rows.flatMap(({ kind, place, marks }) =>
      kind === 'signature' && place !== null && marks ? [{ place, marks }] : [],
    ),
    disputed: rows.flatMap(({ kind, marks }) => (kind === 'keyed' ? (marks ?? []) : [])),
    resolvers: rows.flatMap(({ kind, person }) => (kind === 'resolver' ? (person ?? []) : [])),
  }
}

/** The words of a request that moves to another file, sealed with that one's key. Runs beyond the writer's sight. */
export async function moveCourse(ctx: Context, id: string, to: string): Promise<void> {
  const rows = await readCourse(ctx, id)
  const told = rows.flatMap(({ id: step, content }) => (content ? [{ step, content }] : []))
  if (!told.length) return
  const key: KeyOwner = { owner: to, level: contentLevel }
  const opening = await ctx.kernel.codec.opening(
    ctx.db,
    told.map(({ content }) => content),
  )
  const sealing = await ctx.kernel.codec.sealing([key])
  for (const { step, content } of told) {
    const place = wordsPlace(ctx, step)
    const words = opening.open(content, place)
    if (words === null) continue
    await ctx.db.rows(
      sql`update proposal_step set content = ${sealing.seal(words, place, key)} where id = ${step}::uuid`,
    )
  }
}

function wordsPlace(ctx: Context, step: string): Place {
  return { object: faceOf(ctx).type.name, record: step, field: 'words', copy: 'proposal' }
}
