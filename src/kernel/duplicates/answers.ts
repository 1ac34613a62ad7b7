import type { Context } from '../context.ts'
import type { ObjectType } from '../object/object-type.ts'
import { takeTurn } from '../query/locks.ts'
import { name, sql } from '../query/sql.ts'

/** Of so many records a day somebody is told that there may be one out of their sight: whoever asks for more is guessing. */
const mostAnswers = 10

/** Those of whom there may be told: all while answers are left, then none but those of whom there was. */
export async function answersLeft(ctx: Context, ids: readonly string[]): Promise<readonly string[]> {
  if (!ids.length) return []
  const told = await toldOf(ctx)
  return told.size < mostAnswers ? ids : ids.filter((id) => told.has(id))
}

/** Counts an answer for each that is new, and tells those who have them. False where others of the same person have used them up meanwhile. */
export async function tellOwners(ctx: Context, type: ObjectType, ids: readonly string[]): Promise<boolean> {
  await takeTurn(ctx.db, `duplicate answers ${ctx.actor.id}`)
  const told = await toldOf(ctx)
  const fresh = ids.filter((id) => !told.has(id)).slice(0, mostAnswers - told.size)
  if (!fresh.length) return ids.some((id) => told.has(id))
  await ctx.db.rows(
    sql`insert into duplicate_answer (person, record) select ${ctx.actor.id}::uuid, unnest(${fresh}::uuid[])`,
  )
  const by = ctx.actor.id
  for (const { id, owner } of await ownersOf(ctx, type, fresh))
    if (by && owner) type.hooks.suspected?.(ctx, { id, owner, by })
  return true
}

/** Who has which record, beyond the sight of whoever asks. */
export async function ownersOf(
  ctx: Context,
  type: ObjectType,
  ids: readonly string[],
): Promise<{ id: string; owner: string | null }[]> {
  const { custody } = type.definition
  const column = custody.type === 'own' ? type.fields.get(custody.owner)?.columns[0]?.name : undefined
  if (!column) return []
  return ctx
    .asSystem('duplicate check')
    .transaction((system) =>
      system.db.rows<{ id: string; owner: string | null }>(
        sql`select id, ${name(column)} as owner from ${name(type.table)} where id = any(${[...ids]}::uuid[])`,
      ),
    )
}

async function toldOf(ctx: Context): Promise<ReadonlySet<string>> {
  const rows = await ctx.db.rows<{ record: string }>(sql`
    select distinct record from duplicate_answer
    where person = ${ctx.actor.id}::uuid and at > now() - interval '24 hours'`)
  return new Set(rows.map(({ record }) => record))
}
