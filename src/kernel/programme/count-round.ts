import { createHash } from 'node:crypto'
import { z } from 'zod'
import { tableOfPeople } from '../access/people.ts'
import type { Context } from '../context.ts'
import { fieldOf } from '../object/object-type.ts'
import { name, type Sql, sql } from '../query/sql.ts'
import type { Programme } from './define-programme.ts'

const count = z.number().int()
const counts = z.record(z.string(), count)

/** What a round has come to; the same for one that runs and, frozen, for one that was closed. */
export const roundReport = z.strictObject({
  total: count,
  done: count,
  /** Of those done: after the round was due. */
  late: count,
  open: count,
  /** For whom nobody could be found. */
  unassigned: count,
  people: z.array(
    z.strictObject({ id: z.uuid(), name: z.string(), total: count, done: count, late: count, open: count }),
  ),
  results: counts,
  /** What the programme counts beside. */
  counts: z.record(z.string(), counts),
})
export type RoundReport = z.infer<typeof roundReport>

type Row = Pick<RoundReport, 'total' | 'done' | 'late' | 'open'> & { id: string | null; name: string | null }

/** Counts a round as it stands, whatever of it the reader sees: no value of any record is in it. */
export async function countRound(ctx: Context, programme: Programme, round: string): Promise<RoundReport> {
  const { table, column } = itemsOf(ctx, programme)
  const { type: persons, parts } = tableOfPeople(ctx.kernel.registry)
  const rounds = ctx.type(programme.round.name)
  const dueOn = name('round', fieldOf(rounds, 'dueOn').columns[0]?.name ?? '')
  const day = sql`(${column('doneAt')} at time zone ${ctx.kernel.settings.timeZone})::date`
  const system = ctx.asSystem('count a round')
  return system.transaction(async (tx) => {
    const rows = await tx.db.rows<Row>(sql`
      select ${column('assignee')} as id, min(${parts.title}) as name, count(*)::integer as total,
        (count(*) filter (where ${column('state')} = 'done'))::integer as done,
        (count(*) filter (where ${column('state')} = 'done' and ${day} > ${dueOn}))::integer as late,
        (count(*) filter (where ${column('state')} <> 'done'))::integer as open
      from ${table} as item join ${name(rounds.table)} as round on round.id = ${column('round')}
        left join ${name(persons.table)} as person on person.id = ${column('assignee')}
      where ${column('round')} = ${round}::uuid and item.deleted_at is null group by 1 order by 2 nulls last, 1`)
    const results = await tx.db.rows<{ value: string; count: number }>(sql`
      select ${column('result')} as value, count(*)::integer as count from ${table} as item
      where ${column('round')} = ${round}::uuid and item.deleted_at is null and ${column('result')} is not null group by 1 order by 1`)
    const sum = (part: 'total' | 'done' | 'late' | 'open'): number => rows.reduce((all, row) => all + row[part], 0)
    const nobody = rows.find(({ id }) => id === null)?.total ?? 0
    return {
      total: sum('total'),
      done: sum('done'),
      late: sum('late'),
      open: sum('open') - nobody,
      unassigned: nobody,
      people: rows.flatMap(({ id, name: called, ...row }) => (id === null ? [] : [{ id, name: called ?? '', ...row }])),
      results: Object.fromEntries(results.map(({ value, count: many }) => [value, many])),
      counts: await programme.counts(tx, round),
    }
  })
}

export function itemsOf(ctx: Context, { item }: Programme): { table: Sql; column(field: string): Sql } {
  const type = ctx.type(item.name)
  return {
    table: name(type.table),
    column: (field) => name('item', fieldOf(type, field).columns[0]?.name ?? ''),
  }
}

/** Of a report as it was frozen; the database orders what is in it by itself. */
export function reportHash(report: RoundReport): string {
  return createHash('sha256')
    .update(JSON.stringify(inOrder(report)))
    .digest('hex')
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, part]) => [key, inOrder(part)]),
  )
}
