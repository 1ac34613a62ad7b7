import { randomUUIDv7 } from 'node:crypto'
import { z } from 'zod'
import { holdersApart } from '../access/holders.ts'
import { auditRow, insertAuditRows } from '../audit/audit-row.ts'
import type { Context } from '../context.ts'
import { defineJob } from '../jobs/define-job.ts'
import { startJob } from '../jobs/jobs.ts'
import type { ObjectType } from '../object/object-type.ts'
import type { Runner } from '../query/database.ts'
import { takeTurn } from '../query/locks.ts'
import { sql } from '../query/sql.ts'
import { coveredTypes, readCovered } from './covered-rows.ts'
import { nextStrays } from './strays.ts'

/**
 * `changed`: what decides was not written by the application. `apart`: a copy on what lives on a file differs from the file's.
 * `holder`: whose keys a share or a deputy joins is not what its record says.
 */
const problems = ['changed', 'apart', 'holder'] as const
type Problem = (typeof problems)[number]

export type BentRow = { object: string; id: string; problem: Problem }

const place = z.object({
  source: z.number(),
  after: z.string(),
  /** Rows looked at. */
  done: z.number(),
  found: z.number(),
  /** The first of them. */
  bent: z.array(z.object({ object: z.string(), id: z.string(), problem: z.enum(problems) })),
})
type Place = z.infer<typeof place>

type Looked = { bent: readonly BentRow[]; looked: number; last: string | null }
type Source = (ctx: Context, after: string) => Promise<Looked>

const kind = 'check_rows'
const batchSize = 2_000
const mostNamed = 100
const zero = '00000000-0000-0000-0000-000000000000'

const beginning: Place = { source: 0, after: zero, done: 0, found: 0, bent: [] }

/** Looks at every row that decides of rights, and at the copies on what lives on files: was it the application that wrote them? */
export const checkJob = defineJob<Record<string, never>, Place>({
  kind,
  start: () => beginning,
  step: async (ctx, _, at) => {
    const next = await lookFurther(ctx, at)
    if (next) return { place: next, done: next.done, total: null, finished: false }
    await tell(ctx, at)
    return { place: at, done: at.done, total: at.done, finished: true }
  },
})

/** The same at once, for the command line; told in the trail as well, and kept as the last check. */
export async function checkRows(ctx: Context): Promise<Omit<RowCheck, 'at'>> {
  for (let at = beginning; ; ) {
    const next = await ctx.transaction((tx) => lookFurther(tx, at))
    if (next) at = next
    else {
      await ctx.transaction(async (tx) => {
        await tell(tx, at)
        await tx.db.rows(sql`
          insert into job (id, kind, input, state, place, done)
          values (${randomUUIDv7()}, ${kind}, '{}', 'done', ${JSON.stringify(at)}::jsonb, ${at.done})`)
      })
      return { rows: at.done, found: at.found, bent: at.bent }
    }
  }
}

async function lookFurther(ctx: Context, at: Place): Promise<Place | null> {
  const look = sourcesOf(ctx)[at.source]
  if (!look) return null
  const { bent, looked, last } = await look(ctx, at.after)
  return {
    ...(last ? { source: at.source, after: last } : { source: at.source + 1, after: zero }),
    done: at.done + looked,
    found: at.found + bent.length,
    bent: [...at.bent, ...bent].slice(0, mostNamed),
  }
}

function sourcesOf(ctx: Context): Source[] {
  const children = [...ctx.kernel.registry.objects.values()].filter(({ parent }) => parent)
  return [
    ...coveredTypes(ctx).map(
      (type): Source =>
        (tx, after) =>
          lookAtProofs(tx, type, after),
    ),
    ...children.map(
      (type): Source =>
        async (tx, after) => {
          const { strays, looked, last } = await nextStrays(tx, type, after)
          return { bent: strays.map((id) => ({ object: type.name, id, problem: 'apart' })), looked, last }
        },
    ),
  ]
}

async function lookAtProofs(ctx: Context, type: ObjectType, after: string): Promise<Looked> {
  const rows = await readCovered(ctx, type, sql`where id > ${after}::uuid order by id limit ${batchSize}`)
  const fromBefore = ctx.kernel.keys.unproven()
  const apart = await holdersApart(ctx, type, rows)
  const named = (id: string, problem: Problem): BentRow => ({ object: type.name, id, problem })
  return {
    bent: [
      ...rows.filter(({ proven, proof }) => !proven && !(fromBefore && !proof)).map(({ id }) => named(id, 'changed')),
      ...apart.map((id) => named(id, 'holder')),
    ],
    looked: rows.length,
    last: rows.length === batchSize ? (rows.at(-1)?.id ?? null) : null,
  }
}

/** One line for all that was looked at; one alarm for each row that was found, as far as they are named. */
async function tell(ctx: Context, { done, found, bent }: Place): Promise<void> {
  const alarms = bent.map(({ object, id, problem }) =>
    auditRow(ctx, { action: 'alarm', object, record: id, reason: `integrity.${problem}`, result: 'failed' }),
  )
  const sum = auditRow(ctx, { action: 'check', result: found ? 'failed' : 'done', detail: { checked: done, found } })
  await insertAuditRows(ctx.db, [...alarms, sum])
}

/** Starts a check unless one is under way or has ended within `hours`. Nothing is said of rows that still wait for their first proof. */
export async function checkRowsWhenDue(ctx: Context, hours = 20): Promise<void> {
  if (ctx.kernel.keys.unproven()) return
  await ctx.transaction(async (tx) => {
    await takeTurn(tx.db, kind)
    const recent = await tx.db.rows(sql`
      select 1 from job where kind = ${kind}
        and (state in ('queued', 'running') or state = 'done' and updated_at > now() - make_interval(hours => ${hours})) limit 1`)
    if (!recent.length) await startJob(tx, kind, {})
  })
}

export type RowCheck = { at: string; rows: number; found: number; bent: readonly BentRow[] }

/** What the last check that came to its end has found; undefined = there was none yet. */
export async function lastRowCheck(db: Runner): Promise<RowCheck | undefined> {
  const [row] = await db.rows<{ at: string; place: unknown }>(sql`
    select updated_at as at, place from job where kind = ${kind} and state = 'done' order by id desc limit 1`)
  if (!row) return undefined
  const { done, found, bent } = place.parse(row.place)
  return { at: row.at, rows: done, found, bent }
}
