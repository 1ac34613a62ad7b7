import type { ObjectType } from '../object/object-type.ts'
import type { Registry } from '../object/registry.ts'
import { decidedByTwo } from '../proposal/decided-by-two.ts'
import type { Runner } from '../query/database.ts'
import { name, type Sql, sql } from '../query/sql.ts'

/** What this person alone has given or prolonged is left out: nobody signs by a right that they have from whom they sign for. */
export function givenByOthers(
  registry: Registry,
  { type, table }: { type: ObjectType; table: Sql },
  giver?: string,
): Sql {
  if (!giver) return sql``
  const isGiver = sql`${giver}::uuid in (${table}.created_by, ${table}.updated_by)`
  return sql`and (not coalesce(${isGiver}, false) or ${decidedByTwo(registry, type, sql`${table}.id`)})`
}

/** What somebody holds a key by: whose place they take, and the records that share a file with them. */
export type Ground = { places: readonly (string | null)[]; gifts: readonly (string | null)[] }

/**
 * Which grounds are left without what this person gave: not by standing in for them, nor by a file that they alone share. Most people
 * hold nothing that others share; a statement that asks it of every key costs more to plan than all others of a decision.
 */
export async function keptApart(
  db: Runner,
  registry: Registry,
  giver: string,
  grounds: readonly Ground[],
): Promise<(ground: Ground) => boolean> {
  const gifts = [...new Set(grounds.flatMap(({ gifts }) => gifts.flatMap((id) => id ?? [])))]
  const byOthers = new Set(gifts.length ? await giftsOfOthers(db, registry, { giver, gifts }) : [])
  return ({ places, gifts }) => !places.includes(giver) && gifts.every((id) => id === null || byOthers.has(id))
}

async function giftsOfOthers(
  db: Runner,
  registry: Registry,
  { giver, gifts }: { giver: string; gifts: readonly string[] },
): Promise<string[]> {
  const shares = [...registry.objects.values()].filter(({ definition }) => definition.principal?.kind === 'share')
  const found: string[] = []
  for (const type of shares) {
    const others = givenByOthers(registry, { type, table: sql`given` }, giver)
    const rows = await db.rows<{ id: string }>(
      sql`select given.id from ${name(type.table)} as given where given.id = any(${gifts as string[]}::uuid[]) ${others}`,
      { steady: true },
    )
    found.push(...rows.map(({ id }) => id))
  }
  return found
}
