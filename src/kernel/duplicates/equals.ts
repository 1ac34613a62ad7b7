import type { Context } from '../context.ts'
import type { ObjectType } from '../object/object-type.ts'
import { type Key, recordsLikeEach } from './candidates.ts'
import { keyedSources, type Line, linesOf } from './evidence.ts'
import { readFacts } from './facts.ts'
import { type Facts, judge } from './judge.ts'
import { likeText } from './keys.ts'
import { withinSight } from './seen.ts'

/** What is entered for one record, by the objects of which it is: its own values, and those of what comes with it. */
export type Entered = ReadonlyMap<ObjectType, Readonly<Record<string, unknown>>>

/** One entry as it is compared. */
export type Entry = { facts: Facts; keys: readonly Key[] }

/** Tells what is surely the same, among entries and stored records, by nothing but what the reader sees as it is. */
export type Comparison = {
  entry(entered: Entered): Entry
  /** Stored records within the reader's sight, for each entry, the likeliest first; of others nothing is said. */
  stored(ctx: Context, entries: readonly Entry[]): Promise<readonly (readonly string[])[]>
  /** For each entry the place of the first before it that is the same. */
  firsts(entries: readonly Entry[]): readonly (number | undefined)[]
}

export function comparisonFor(ctx: Context, type: ObjectType): Comparison {
  const lines = linesOf(ctx, type, { plainly: true })
  return {
    entry: (entered) => entryOf(ctx, lines, entered),
    stored: (tx, entries) => storedSame(tx, type, lines, entries),
    firsts: (entries) => firstsOf(ctx, lines, entries),
  }
}

function entryOf(ctx: Context, lines: readonly Line[], entered: Entered): Entry {
  const keys = keyedSources(lines).flatMap(({ owner, bound, hashedAs }) => {
    const text = likeText(ctx, bound, entered.get(owner)?.[bound.name])
    return text ? [{ hashedAs, text }] : []
  })
  const facts = lines.map(({ sources }) =>
    sources.flatMap(({ owner, bound }) => [entered.get(owner)?.[bound.name] ?? []].flat()),
  )
  return { facts, keys }
}

async function storedSame(
  ctx: Context,
  type: ObjectType,
  lines: readonly Line[],
  entries: readonly Entry[],
): Promise<readonly (readonly string[])[]> {
  const near = await recordsLikeEach(
    ctx,
    lines,
    entries.map(({ keys }) => keys),
  )
  const ids = [...new Set(near.flat())]
  if (!ids.length) return near
  const seen = await withinSight(ctx, type, ids)
  const stored = await ctx.asSystem('duplicate check').transaction((system) => readFacts(system, type, lines, seen))
  return entries.map(({ facts }, at) =>
    (near[at] ?? [])
      .flatMap((id) => {
        const theirs = stored.get(id)
        const judgement = theirs && judge(lines, [facts, theirs], ctx.kernel)
        return judgement?.verdict === 'same' ? [{ id, points: judgement.points }] : []
      })
      .sort((one, other) => other.points - one.points || (one.id < other.id ? -1 : 1))
      .map(({ id }) => id),
  )
}

function firstsOf(ctx: Context, lines: readonly Line[], entries: readonly Entry[]): readonly (number | undefined)[] {
  const byKey = new Map<string, number[]>()
  return entries.map(({ keys, facts }, at) => {
    const texts = keys.map(({ hashedAs, text }) => `${hashedAs} ${text}`)
    const near = [...new Set(texts.flatMap((text) => byKey.get(text) ?? []))].sort((a, b) => a - b)
    const first = near.find(
      (other) => judge(lines, [entries[other]?.facts ?? [], facts], ctx.kernel)?.verdict === 'same',
    )
    if (first === undefined) for (const text of texts) byKey.set(text, [...(byKey.get(text) ?? []), at])
    return first
  })
}
