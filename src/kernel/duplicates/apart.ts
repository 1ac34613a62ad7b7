import { AppError } from '#shared/app-error'
import { auditRow } from '../audit/audit-row.ts'
import type { Context } from '../context.ts'
import type { ObjectType } from '../object/object-type.ts'
import { takeTurn } from '../query/locks.ts'
import { sql } from '../query/sql.ts'
import { loadFor } from '../record/load.ts'
import { loadTitles, peopleType } from '../record/references.ts'
import { writeTrail } from '../record/trail.ts'
import { findDuplicatesKind } from './find-job.ts'
import { regroup } from './pairs.ts'
import { bothSeen } from './seen.ts'

type Said = { one: string; other: string; apart: boolean }

/** Somebody who may change both records says that they are two, or takes that back; the night does not ask again. */
export async function sayApart(ctx: Context, type: ObjectType, { one, other, apart }: Said): Promise<void> {
  if (!type.definition.duplicates || one === other) throw new AppError(404, 'request.not_found')
  const [first = '', second = ''] = [one, other].sort()
  await ctx.transaction(async (tx) => {
    for (const id of [first, second]) await loadFor(tx, type, id, 'update')
    await takeTurn(tx.db, `${findDuplicatesKind} ${type.name}`)
    const by = apart ? tx.actor.id : null
    const at = apart ? tx.now().toISOString() : null
    const known = await tx.db.rows(sql`
      update duplicate_pair set apart_by = ${by}::uuid, apart_at = ${at}::timestamptz
      where object = ${type.name} and one = ${first}::uuid and other = ${second}::uuid returning one`)
    if (!known.length) throw new AppError(404, 'request.not_found')
    await regroup(tx, type, [first, second])
    await writeTrail(tx, type.name, {
      audit: [{ action: 'check', records: [first, second], detail: { apart } }],
      events: [],
    })
  })
}

type ApartPair = { one: string; other: string; by: string | null; at: string }

type ApartPage = { items: readonly ApartPair[]; titles: Record<string, string> }

const most = 50

/** Pairs of which somebody has said that they are two, as far as the reader sees both; the latest first. */
export async function apartPairs(ctx: Context, type: ObjectType): Promise<ApartPage> {
  if (!type.definition.duplicates) throw new AppError(404, 'request.not_found')
  const page = await ctx.reading(
    async (tx) => {
      const rows = await tx.db.rows<ApartPair>(sql`
        select one, other, apart_by as by, apart_at as at from duplicate_pair pair
        where object = ${type.name} and apart_at is not null and ${bothSeen(tx, type)} order by apart_at desc limit ${most}`)
      const items = rows.map((row) => ({ ...row, at: new Date(row.at).toISOString() }))
      const people = peopleType(tx)
      const by = [...new Set(items.flatMap((item) => item.by ?? []))]
      const titles = {
        ...(await loadTitles(
          tx,
          type,
          items.flatMap(({ one, other }) => [one, other]),
        )),
        ...(people ? await loadTitles(tx, people, by) : {}),
      }
      return { items, titles }
    },
    { many: true },
  )
  const records = page.items.flatMap(({ one, other }) => [one, other])
  await ctx.kernel.audit.write(auditRow(ctx, { action: 'list', object: type.name, records }))
  return page
}
