import { AppError } from '#shared/app-error'
import { auditRow } from '../audit/audit-row.ts'
import type { Context } from '../context.ts'
import type { IndexKey } from '../crypto/codec.ts'
import { underIndexKey, whileInUse } from '../crypto/index-keys.ts'
import type { ObjectType } from '../object/object-type.ts'
import { takeTurn } from '../query/locks.ts'
import { type SearchQuery, veiledFinds } from '../query/search.ts'
import { searchForm } from '../query/search-text.ts'
import { type Sql, sql } from '../query/sql.ts'

/**
 * A mask of a mobile number leaves ten thousand candidates, and a search says which one it is: whoever guesses misses. Hits have a
 * bound of their own, for a guess also hits the record that somebody made to be hit.
 */
const quotas = [
  { hours: 1, most: 20, missesOnly: true },
  { hours: 24, most: 300, missesOnly: false },
] as const

/** Counts a search that could meet values which its reader sees as masks; any other costs nothing here. */
export async function countSearch(ctx: Context, type: ObjectType, search: SearchQuery): Promise<void> {
  const { id: by } = ctx.actor
  if (!by || ctx.systemReason) return
  const finds = veiledFinds(ctx, type, search)
  if (!finds) return
  await ctx.transaction((tx) =>
    count(tx, type, { kind: 'search', by, text: search.text, isHit: () => exists(tx, finds) }),
  )
}

type Guess = { text: string; isHit: (ctx: Context) => Promise<boolean> }

/**
 * Counts what somebody names to have a closed record opened, apart from their searches: whoever has missed too often with
 * these may need the other all the same. It commits by itself: the refusal that follows a miss must not take the count back.
 */
export async function countGuess(ctx: Context, type: ObjectType, { text, isHit }: Guess): Promise<void> {
  const { id: by } = ctx.actor
  if (!by) return
  await ctx.transaction((tx) => count(tx, type, { kind: 'guess', by, text, isHit: () => isHit(tx) }))
}

type Counted = { kind: 'search' | 'guess'; by: string; text: string; isHit: () => Promise<boolean> }

async function exists(ctx: Context, finds: Sql): Promise<boolean> {
  const [found] = await ctx.db.rows<{ hit: boolean }>(sql`select exists (${finds}) as hit`)
  return found?.hit === true
}

/** One after the other for each person, so that many at once do not slip past the quota together. Asking the same again tells nothing new. */
async function count(ctx: Context, type: ObjectType, counted: Counted): Promise<void> {
  await takeTurn(ctx.db, `${counted.kind} ${counted.by}`)
  await underIndexKey(ctx, (key) => countUnder(ctx, type, key, counted))
}

/** Under a key, as the numbers themselves: a list of guesses says whom somebody is looking for. */
async function countUnder(ctx: Context, type: ObjectType, key: IndexKey, counted: Counted): Promise<boolean> {
  const { kind, by, isHit } = counted
  const text = key.hash('search', searchForm(counted.text))
  const before = await ctx.db.rows<{ missed: boolean; own: boolean; age: number }>(sql`
    select missed, text = ${text} as own, extract(epoch from now() - at)::integer as age from sealed_search
    where by = ${by}::uuid and kind = ${kind} and at > now() - interval '24 hours' order by at`)
  const known = before.find(({ own }) => own)
  if (!known) refuseBeyond(before)
  const missed = !(await isHit()) && known?.missed !== false
  const written = await ctx.db.count(sql`
    insert into sealed_search (by, kind, text, missed) select ${by}::uuid, ${kind}, ${text}::bytea, ${missed} where ${whileInUse(key)}
    on conflict (by, kind, text) do update set missed = excluded.missed, at = case when ${!known} then now() else sealed_search.at end`)
  if (!written) return false
  if (!known && missed && isLast(before)) await alarm(ctx, type)
  return true
}

type Before = readonly { missed: boolean; age: number }[]

function within(before: Before, { hours, missesOnly }: (typeof quotas)[number]): Before {
  return before.filter(({ missed, age }) => age < hours * 3600 && (missed || !missesOnly))
}

function refuseBeyond(before: Before): void {
  for (const quota of quotas) {
    const counted = within(before, quota)
    if (counted.length < quota.most) continue
    const { hours, most } = quota
    const seconds = Math.max(hours * 3600 - (counted[counted.length - most]?.age ?? 0), 1)
    throw new AppError(429, 'access.search_quota', {
      params: { most, hours, seconds, minutes: Math.ceil(seconds / 60) },
    })
  }
}

function isLast(before: Before): boolean {
  const [misses] = quotas
  return within(before, misses).length + 1 === misses.most
}

/** Once each time that somebody is shut out; what they try after it stands in the trail as refusals. */
async function alarm(ctx: Context, type: ObjectType): Promise<void> {
  const { hours, most } = quotas[0]
  await ctx.kernel.audit.write(
    auditRow(ctx, {
      action: 'alarm',
      object: type.name,
      reason: 'access.search_quota',
      result: 'refused',
      detail: { misses: most, hours },
    }),
  )
}
