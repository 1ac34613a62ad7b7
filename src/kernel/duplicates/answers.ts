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

/**
 * Counts an answer for each that is new. Where the entry is made, and not typed alone, those who have them are told, once. False where
 * others of the same person have used them up meanwhile.
 */
export async function countAnswers(
  ctx: Context,
  type: ObjectType,
  ids: readonly string[],
  { isMade }: { isMade: boolean },
): Promise<boolean> {
  await takeTurn(ctx.db, `duplicate answers ${ctx.actor.id}`)
  const known = await toldOf(ctx)
  const fresh = ids.filter((id) => !known.has(id)).slice(0, mostAnswers - known.size)
  const answered = [...fresh, ...ids.filter((id) => known.has(id))]
  if (fresh.length)
    await ctx.db.rows(sql`
      insert into duplicate_answer (person, record, told) select ${ctx.actor.id}::uuid, unnest(${fresh}::uuid[]), false`)
  if (isMade) await tellOwners(ctx, type, answered)
  return answered.length > 0
}

async function tellOwners(ctx: Context, type: ObjectType, ids: readonly string[]): Promise<void> {
  const by = ctx.actor.id
  const rows = await ctx.db.rows<{ record: string }>(sql`
    update duplicate_answer set told = true
    where person = ${by}::uuid and record = any(${[...ids]}::uuid[]) and not told and at > now() - interval '24 hours' returning record`)
  const untold = rows.map(({ record }) => record)
  for (const { id, owner } of await ownersOf(ctx, type, untold))
    if (by && owner) type.hooks.suspected?.(ctx, { id, owner, by })
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
