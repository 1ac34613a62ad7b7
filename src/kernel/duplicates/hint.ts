import type { DuplicateHint } from '#shared/wire'
import { scope } from '../access/scope.ts'
import type { Context } from '../context.ts'
import type { ObjectType } from '../object/object-type.ts'
import { takeTurn } from '../query/locks.ts'
import { all, name, sql } from '../query/sql.ts'
import { list } from '../record/list.ts'
import { partnersOf } from './candidates.ts'
import { type Line, linesOf } from './evidence.ts'
import { readFacts } from './facts.ts'
import { type Judgement, judge } from './judge.ts'

/** So often a day somebody is told of what they do not see: whoever asks more often is guessing. */
const mostAnswers = 10

/**
 * Which records one that has just been made may be. Of what its maker does not see, the bin included, it says only that there may
 * be one, and whoever has that one is told who made another. Past the bound no such record is opened, so that nothing takes longer for it.
 */
export async function hintFor(ctx: Context, type: ObjectType, id: string): Promise<DuplicateHint | undefined> {
  if (!type.definition.duplicates || !ctx.actor.id || ctx.systemReason) return undefined
  const near = (await partnersOf(ctx, type, { lines: linesOf(ctx, type), ids: [id] })).map(([, other]) => other)
  const seen = await withinSight(ctx, type, near)
  const open = (await answersOf(ctx)) < mostAnswers
  const suspects = await judged(ctx, type, { id, near: seen, lines: linesOf(ctx, type, { plainly: true }) })
  const records = await named(ctx, type, suspects)
  const unseen = open ? near.filter((other) => !seen.includes(other)) : []
  const hidden = await judged(ctx, type, { id, near: unseen, lines: linesOf(ctx, type) })
  const isTold = hidden.size > 0 && (await tellOf(ctx, type, [...hidden.keys()]))
  return records.length || isTold ? { records, hidden: isTold } : undefined
}

async function withinSight(ctx: Context, type: ObjectType, ids: readonly string[]): Promise<string[]> {
  const rows = await ctx.db.rows<{ id: string }>(sql`
    select id from ${name(type.table)}
    where ${all([
      sql`${name(type.table, 'id')} = any(${[...ids]}::uuid[])`,
      sql`${name(type.table, 'deleted_at')} is null`,
      scope(ctx, type, 'read'),
    ])}`)
  return rows.map(({ id }) => id)
}

async function answersOf(ctx: Context): Promise<number> {
  const [row] = await ctx.db.rows<{ count: number }>(sql`
    select count(*)::integer as count from duplicate_answer
    where person = ${ctx.actor.id}::uuid and at > now() - interval '24 hours'`)
  return row?.count ?? 0
}

async function judged(
  ctx: Context,
  type: ObjectType,
  { id, near, lines }: { id: string; near: readonly string[]; lines: readonly Line[] },
): Promise<ReadonlyMap<string, Judgement>> {
  const found = new Map<string, Judgement>()
  if (!near.length) return found
  const facts = await ctx
    .asSystem('duplicate check')
    .transaction((system) => readFacts(system, type, lines, [id, ...near]))
  const own = facts.get(id)
  for (const other of near) {
    const theirs = facts.get(other)
    const judgement = own && theirs && judge(lines, [own, theirs], ctx.kernel)
    if (judgement) found.set(other, judgement)
  }
  return found
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
  return items.flatMap(({ id, values }) => {
    const judgement = suspects.get(id)
    if (!judgement) return []
    const { verdict, reasons } = judgement
    return [{ id, title: String(values[title] ?? ''), verdict, reasons: [...reasons] }]
  })
}

/** False where others of the same person have used up the answers meanwhile. */
async function tellOf(ctx: Context, type: ObjectType, ids: readonly string[]): Promise<boolean> {
  await takeTurn(ctx.db, `duplicate answers ${ctx.actor.id}`)
  if ((await answersOf(ctx)) >= mostAnswers) return false
  await ctx.db.rows(sql`insert into duplicate_answer (person) values (${ctx.actor.id}::uuid)`)
  const { custody } = type.definition
  const column = custody.type === 'own' ? type.fields.get(custody.owner)?.columns[0]?.name : undefined
  if (!column) return true
  const rows = await ctx
    .asSystem('duplicate check')
    .transaction((system) =>
      system.db.rows<{ id: string; owner: string | null }>(
        sql`select id, ${name(column)} as owner from ${name(type.table)} where id = any(${[...ids]}::uuid[])`,
      ),
    )
  for (const { id, owner } of rows) if (owner) type.hooks.suspected?.(ctx, { id, owner })
  return true
}
