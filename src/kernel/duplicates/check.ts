import type { DuplicateHint } from '#shared/wire'
import { authorize } from '../access/scope.ts'
import type { Context } from '../context.ts'
import type { ObjectType } from '../object/object-type.ts'
import { list } from '../record/list.ts'
import { normalise } from '../record/normalise.ts'
import { answersLeft, countAnswers } from './answers.ts'
import { recordsLike } from './candidates.ts'
import { type Line, linesOf } from './evidence.ts'
import { readFacts } from './facts.ts'
import { type Facts, type Judgement, judge } from './judge.ts'
import { namesakes, tellingFields } from './namesakes.ts'
import { withinSight } from './seen.ts'

type Values = Readonly<Record<string, unknown>>

/**
 * Which records what somebody enters may be. Of what they do not see, the bin included, it says only that there may be one. `isMade`: it
 * is not typed alone, so that whoever has that one is told who entered it. Past the bound no such record is opened, so that nothing takes
 * longer for it.
 */
export async function checkDuplicates(
  ctx: Context,
  type: ObjectType,
  input: Values,
  { isMade = false }: { isMade?: boolean } = {},
): Promise<DuplicateHint> {
  authorize(ctx, type, 'create')
  if (!type.definition.duplicates) return checkNamesakes(ctx, type, input)
  const lines = linesOf(ctx, type)
  const own = new Set(
    lines.flatMap(({ sources }) => sources.filter(({ owner }) => owner === type)).map(({ path }) => path),
  )
  const asked = Object.fromEntries(Object.entries(input).filter(([field]) => own.has(field)))
  // What cannot be read is still being typed.
  const { values } = normalise(ctx, type, asked)
  return ctx.transaction(async (tx) => {
    const near = await recordsLike(tx, type, { lines, values })
    if (!near.length) return { records: [], hidden: false }
    const seen = await withinSight(tx, type, near)
    const plain = linesOf(ctx, type, { plainly: true })
    const records = await named(tx, type, await judged(tx, type, { values, near: seen, lines: plain, typing: true }))
    const unseen = await answersLeft(
      tx,
      near.filter((id) => !seen.includes(id)),
    )
    const hidden = await judged(tx, type, { values, near: unseen, lines })
    return { records, hidden: hidden.size > 0 && (await countAnswers(tx, type, [...hidden.keys()], { isMade })) }
  })
}

/** Of what no object says how it is compared, by what bears the same name or number. */
function checkNamesakes(ctx: Context, type: ObjectType, input: Values): Promise<DuplicateHint> {
  const told = new Set(tellingFields(ctx, type).map(({ name: field }) => field))
  const asked = Object.fromEntries(Object.entries(input).filter(([field]) => told.has(field)))
  const { values } = normalise(ctx, type, asked)
  return ctx.transaction((tx) => namesakes(tx, type, values))
}

async function judged(
  ctx: Context,
  type: ObjectType,
  {
    values,
    near,
    lines,
    typing,
  }: { values: Values; near: readonly string[]; lines: readonly Line[]; typing?: boolean },
): Promise<ReadonlyMap<string, Judgement>> {
  if (!near.length) return new Map()
  const facts = await ctx.asSystem('duplicate check').transaction((system) => readFacts(system, type, lines, near))
  const own = factsOf(type, lines, values)
  return new Map(
    [...facts].flatMap(([id, theirs]) => {
      const judgement = judge(lines, [own, theirs], { regions: ctx.kernel.regions, typing })
      return judgement ? [[id, judgement] as const] : []
    }),
  )
}

/** What is said of a record that is not there yet; nothing stands on its file. */
function factsOf(type: ObjectType, lines: readonly Line[], values: Values): Facts {
  return lines.map(({ sources }) =>
    sources.flatMap(({ owner, bound }) => (owner === type ? [values[bound.name] ?? []].flat() : [])),
  )
}

/** With their titles, and a line in the trail as for any list. */
async function named(
  ctx: Context,
  type: ObjectType,
  suspects: ReadonlyMap<string, Judgement>,
): Promise<DuplicateHint['records']> {
  if (!suspects.size) return []
  const { title } = type.definition
  const where = { id: { in: [...suspects.keys()] } }
  const { items } = await list(ctx, type, { where, fields: [title], uncounted: true })
  return items
    .flatMap(({ id, values }) => {
      const judgement = suspects.get(id)
      return judgement ? [{ id, title: String(values[title] ?? ''), ...judgement }] : []
    })
    .sort((one, other) => other.points - one.points)
    .map(({ id, title: shown, verdict, reasons }) => ({ id, title: shown, verdict, reasons: [...reasons] }))
}
