import { AppError } from '#shared/app-error'
import { isVeiled } from '../access/field-access.ts'
import type { Context } from '../context.ts'
import type { ObjectType } from '../object/object-type.ts'
import { sql } from '../query/sql.ts'
import { isUuid } from '../query/system-fields.ts'
import { list } from '../record/list.ts'
import type { Stored } from '../record/row-codec.ts'
import { linesOf } from './evidence.ts'
import type { Reason, Verdict } from './judge.ts'
import { bothSeen } from './seen.ts'

type SuspectedPair = { one: string; other: string; verdict: Verdict; reasons: readonly Reason[] }

/** Records that may all be one, as far as the reader sees them. */
type DuplicateGroup = { id: string; records: readonly Stored[]; pairs: readonly SuspectedPair[] }

export type GroupPage = { items: readonly DuplicateGroup[]; next: string | null; titles: Record<string, string> }

const pageSize = 25

/** No page of a list has more. */
const mostRecords = 200

/** Groups of two and more records that the reader sees, by keyset; who sees one of two learns nothing of the other. */
export async function duplicateGroups(
  ctx: Context,
  type: ObjectType,
  { after }: { after?: string } = {},
): Promise<GroupPage> {
  if (!type.definition.duplicates) throw new AppError(404, 'request.not_found')
  if (after !== undefined && !isUuid(after)) throw new AppError(400, 'request.invalid')
  const groups = Map.groupBy(await seenPairs(ctx, type, after), ({ group }) => group)
  const entries = [...groups].slice(0, pageSize)
  const ids = [...new Set(entries.flatMap(([, pairs]) => pairs.flatMap(({ one, other }) => [one, other])))]
  const where = { id: { in: ids.slice(0, mostRecords) } }
  const page = await list(ctx, type, { where, limit: mostRecords, uncounted: true })
  const records = new Map(page.items.map((record) => [record.id, record]))
  const said = saidTo(ctx, type)
  const items = entries.flatMap(([id, pairs]): DuplicateGroup[] => {
    const both = pairs.filter(({ one, other }) => records.has(one) && records.has(other))
    const members = [...new Set(both.flatMap(({ one, other }) => [one, other]))].sort()
    const shown = both.map(({ one, other, verdict, reasons }) => ({
      one,
      other,
      verdict,
      reasons: reasons.filter(said),
    }))
    return both.length ? [{ id, records: members.flatMap((member) => records.get(member) ?? []), pairs: shown }] : []
  })
  return { items, next: groups.size > pageSize ? (entries.at(-1)?.[0] ?? null) : null, titles: page.titles }
}

type SeenPair = SuspectedPair & { group: string }

/** Pairs of one group more than a page holds. */
function seenPairs(ctx: Context, type: ObjectType, after: string | undefined): Promise<SeenPair[]> {
  const open = sql`object = ${type.name} and apart_at is null and ${bothSeen(ctx, type)}`
  const behind = after === undefined ? sql`true` : sql`group_id > ${after}::uuid`
  return ctx.reading(
    (tx) =>
      tx.db.rows<SeenPair>(sql`
        with groups as (
          select distinct group_id from duplicate_pair pair where ${open} and ${behind} order by group_id limit ${pageSize + 1}
        )
        select group_id as group, one, other, verdict, reasons from duplicate_pair pair
        where group_id in (select group_id from groups) and ${open} order by group_id, points desc, one, other`),
    { many: true },
  )
}

/** That two masked numbers are the same would tell one from the other. */
function saidTo(ctx: Context, type: ObjectType): (reason: Reason) => boolean {
  const sources = linesOf(ctx, type).flatMap((line) => line.sources)
  return ({ field }) => {
    const source = sources.find(({ path }) => path === field)
    return source !== undefined && !isVeiled(ctx, source.owner, source.bound)
  }
}
