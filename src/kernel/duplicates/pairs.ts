import type { Context } from '../context.ts'
import type { ObjectType } from '../object/object-type.ts'
import { rowArrays } from '../query/row-arrays.ts'
import { name, type Sql, sql } from '../query/sql.ts'
import { type Partners, partnersOf } from './candidates.ts'
import { type Line, linesOf } from './evidence.ts'
import { readFacts } from './facts.ts'
import { type Judgement, judge, screen } from './judge.ts'

type Pair = Judgement & { one: string; other: string }

/** Two that were not known to be one before. */
export type NewPair = Pick<Pair, 'one' | 'other'>

const atOnce = 125

/**
 * Looks for records that are one with the given ones, anew: what was found before and no longer holds goes, what somebody has decided stays.
 * `behind`: among those before each, as whoever goes through all of them in order needs.
 */
export async function findPairs(
  ctx: Context,
  type: ObjectType,
  ids: readonly string[],
  { behind = false }: { behind?: boolean } = {},
): Promise<readonly NewPair[]> {
  if (!ids.length) return []
  const lines = linesOf(ctx, type)
  // Some at a time, side by side: while the database looks for the next, the last are compared.
  const parts = Array.from({ length: Math.ceil(ids.length / atOnce) }, (_, part) =>
    ids.slice(part * atOnce, (part + 1) * atOnce),
  )
  const found = await Promise.all(parts.map((some) => pairsOf(ctx, type, lines, { ids: some, behind })))
  // Two of them may have found the same pair.
  const pairs = [...new Map(found.flat().map((pair) => [pair.one + pair.other, pair])).values()]
  const own = sql`any(${[...ids]}::uuid[])`
  // A walk comes by no other that is gone.
  const touched = behind
    ? sql`(other = ${own} or (one = ${own} and not exists (select from ${name(type.table)} where id = duplicate_pair.other)))`
    : sql`(one = ${own} or other = ${own})`
  return keepPairs(ctx, type, touched, pairs)
}

async function pairsOf(
  ctx: Context,
  type: ObjectType,
  lines: readonly Line[],
  asked: { ids: readonly string[]; behind: boolean },
): Promise<Pair[]> {
  const near = await likely(ctx, type, lines, await partnersOf(ctx, type, { lines, ...asked }))
  const facts = await readFacts(ctx, type, lines, recordsOf(near))
  return near.flatMap(({ one, other }) => {
    const [a, b] = [facts.get(one), facts.get(other)]
    const found = a && b && judge(lines, [a, b], ctx.kernel)
    return found ? [{ one, other, ...found }] : []
  })
}

/**
 * Those that may be one by what lies open of them and by what they share. In a long list many are called alike, and hardly any is
 * another one: to open what is sealed of them all would take most of the time.
 */
async function likely(
  ctx: Context,
  type: ObjectType,
  lines: readonly Line[],
  near: readonly Partners[],
): Promise<readonly Partners[]> {
  const open = lines.filter(({ sources }) => sources.every(({ owner, bound }) => owner === type && !bound.sealed))
  const facts = await readFacts(ctx, type, open, recordsOf(near))
  const mayBeOne = screen(lines, open, ctx.kernel)
  return near.filter(({ one, other, shared }) => {
    const [a, b] = [facts.get(one), facts.get(other)]
    return a && b && mayBeOne({ facts: [a, b], shared })
  })
}

function recordsOf(near: readonly Partners[]): string[] {
  return [...new Set(near.flatMap(({ one, other }) => [one, other]))]
}

const { names, values, source } = rowArrays([
  { name: 'object', type: 'text' },
  { name: 'one', type: 'uuid' },
  { name: 'other', type: 'uuid' },
  { name: 'verdict', type: 'text' },
  { name: 'points', type: 'integer' },
  { name: 'reasons', type: 'jsonb' },
])

async function keepPairs(
  ctx: Context,
  type: ObjectType,
  touched: Sql,
  pairs: readonly Pair[],
): Promise<readonly NewPair[]> {
  const fresh: NewPair[] = []
  const gone = await ctx.db.rows<{ one: string; other: string }>(sql`
    delete from duplicate_pair where object = ${type.name} and apart_at is null and ${touched}
      and not (one::text || other::text) = any(${pairs.map(({ one, other }) => one + other)}::text[])
    returning one, other`)
  if (pairs.length) {
    const rows = pairs.map((pair) => ({ ...pair, object: type.name }))
    const kept = await ctx.db.rows<NewPair & { fresh: boolean }>(sql`
      insert into duplicate_pair (${names}) select ${values} from ${source(rows)}
      on conflict (object, one, other) do update set verdict = excluded.verdict, points = excluded.points, reasons = excluded.reasons
      returning one, other, xmax = 0 as fresh`)
    fresh.push(...kept.filter((pair) => pair.fresh))
  }
  await regroup(
    ctx,
    type,
    [...gone, ...fresh].flatMap(({ one, other }) => [one, other]),
  )
  return fresh
}

/** Whatever hangs together is one group, named after its first record. What somebody has told apart holds nothing together. */
export async function regroup(ctx: Context, type: ObjectType, touched: readonly string[]): Promise<void> {
  if (!touched.length) return
  const pairs = await connected(ctx, type, touched)
  const heads = new Map<string, string>()
  const head = (id: string): string => {
    const above = heads.get(id)
    return above === undefined || above === id ? id : head(above)
  }
  for (const { one, other } of pairs) {
    const [a, b] = [head(one), head(other)].sort()
    if (a !== undefined && b !== undefined && a !== b) heads.set(b, a)
  }
  const moved = pairs.filter(({ one, group_id }) => head(one) !== group_id)
  await ctx.db.rows(sql`
    update duplicate_pair set group_id = rows.head
    from unnest(${moved.map(({ one }) => one)}::uuid[], ${moved.map(({ other }) => other)}::uuid[], ${moved.map(({ one }) => head(one))}::uuid[]) as rows (one, other, head)
    where object = ${type.name} and duplicate_pair.one = rows.one and duplicate_pair.other = rows.other`)
}

type Edge = { one: string; other: string; group_id: string | null }

/** All pairs that hang together with the given records. */
async function connected(ctx: Context, type: ObjectType, touched: readonly string[]): Promise<readonly Edge[]> {
  const edges = new Map<string, Edge>()
  const seen = new Set<string>()
  let next = [...new Set(touched)]
  while (next.length) {
    for (const id of next) seen.add(id)
    const found = await ctx.db.rows<Edge>(sql`
      select one, other, group_id from duplicate_pair where object = ${type.name} and apart_at is null
        and (one = any(${next}::uuid[]) or other = any(${next}::uuid[]))`)
    for (const edge of found) edges.set(edge.one + edge.other, edge)
    next = [...new Set(found.flatMap(({ one, other }) => [one, other]))].filter((id) => !seen.has(id))
  }
  return [...edges.values()]
}
