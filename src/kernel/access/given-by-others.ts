import type { ObjectType } from '../object/object-type.ts'
import type { Registry } from '../object/registry.ts'
import { decidedByTwo } from '../proposal/decided-by-two.ts'
import { any, name, type Sql, sql } from '../query/sql.ts'

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

/** Keys that somebody has by standing in for the giver, or by a file that the giver shares, are left out; `held`: how the statement calls the holder. */
export function keptApart(registry: Registry, held: string, giver?: string): Sql {
  if (!giver) return sql``
  const shares = [...registry.objects.values()].filter(({ definition }) => definition.principal?.kind === 'share')
  const gifts = shares.map((type) => {
    const others = givenByOthers(registry, { type, table: sql`given` }, giver)
    return sql`exists (select from ${name(type.table)} as given where given.id = ${name(held, 'id')} ${others})`
  })
  const isShare = sql`${name(held, 'kind')} = 'share'`
  return sql`and ${name(held, 'stands_for')} is distinct from ${giver}::uuid and (not ${isShare} or ${any(gifts)})`
}
