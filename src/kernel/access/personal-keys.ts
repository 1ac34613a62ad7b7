import { fieldOf } from '../object/object-type.ts'
import type { Registry } from '../object/registry.ts'
import type { Runner } from '../query/database.ts'
import { name, type Sql, sql } from '../query/sql.ts'
import { type Ground, keptApart } from './given-by-others.ts'
import { isLiveHolder } from './principals.ts'
import type { Role } from './role.ts'
import type { PersonalKeys } from './standing.ts'

export type Reading = { db: Runner; registry: Registry }
export type Holding = { person: { id: string; unit: string | null }; roles: readonly Role[] }

/** Internal numbers through which people's roles may reach records; one query for all of them. A deputy has the shares of the absent, too. */
export async function personalKeys(
  { db, registry }: Reading,
  holdings: readonly Holding[],
  apartFrom?: string,
): Promise<(holding: Holding) => PersonalKeys> {
  const units = holdings.flatMap(({ person, roles }) => [person.unit ?? [], chosenUnits(roles)].flat())
  const grantees = holdings.flatMap(({ person: { id, unit } }) => (unit ? [id, unit] : [id]))
  const held = await db.rows<Held>(
    sql`
    with recursive tree(root, id) as (
      select unit, unit from unnest(${[...new Set(units)]}::uuid[]) as unit union ${unitsBelow(registry)}
    ), above(root, id) as (
      select unit, unit from unnest(${[...new Set(units)]}::uuid[]) as unit union ${unitsAbove(registry)}
    )
    select tree.root, tree.id, key, null::uuid[] as places, null::uuid[] as gifts from tree join principal on principal.id = tree.id
    union all select above.root, above.id, null, null, null from above
    union all select id, null, key, null, null from principal where id = any(${holdings.map(({ person }) => person.id)}::uuid[])
    union all select held.grantee, null, coalesce(absent.key, held.key), array[held.stands_for], array[${giftOf('held')}]
      from principal held left join principal absent on absent.id = held.stands_for
      where held.grantee = any(${[...new Set(grantees)]}::uuid[]) and ${isLiveHolder('held')}
    union all select held.grantee, null, share.key, array[held.stands_for, share.stands_for], array[${giftOf('held')}, share.id]
      from principal held join principal share on share.grantee = held.stands_for and share.kind = 'share' and not share.personal
      where held.grantee = any(${[...new Set(grantees)]}::uuid[]) and ${isLiveHolder('held')} and ${isLiveHolder('share')}`,
    { steady: true },
  )
  const rows = apartFrom ? await withoutGifts({ db, registry }, held, apartFrom) : held
  // Of a root: units of its tree, and what is held by it without being a unit of it.
  const byRoot = Map.groupBy(rows, ({ root }) => root)
  const keysOf = (root: string | null, test: (row: { id: string | null }) => boolean): number[] =>
    (root ? (byRoot.get(root) ?? []) : []).filter(test).flatMap(({ key }) => key ?? [])
  const inTree = ({ id }: { id: string | null }): boolean => id !== null
  const isHeld = ({ id }: { id: string | null }): boolean => id === null
  return ({ person: { id: person, unit } }) => ({
    own: [...keysOf(person, isHeld), ...keysOf(unit, isHeld)],
    unit: keysOf(unit, ({ id }) => id === unit),
    below: keysOf(unit, inTree),
    chosen: (chosen) => chosen.flatMap((root) => keysOf(root, inTree)),
    units: (unit ? (byRoot.get(unit) ?? []) : []).flatMap(({ id, key }) => (key === null && id ? [id] : [])),
  })
}

type Held = { root: string; id: string | null; key: number | null } & { [Part in keyof Ground]: Ground[Part] | null }

/** The record of a share, which is its holder's id as well. */
function giftOf(held: string): Sql {
  return sql`case when ${name(held, 'kind')} = 'share' then ${name(held, 'id')} end`
}

async function withoutGifts({ db, registry }: Reading, rows: readonly Held[], giver: string): Promise<Held[]> {
  const groundOf = ({ places, gifts }: Held): Ground => ({ places: places ?? [], gifts: gifts ?? [] })
  const isKept = await keptApart(db, registry, giver, rows.map(groundOf))
  return rows.filter((row) => isKept(groundOf(row)))
}

function chosenUnits(roles: readonly Role[]): string[] {
  return roles.flatMap(({ grants }) => grants.flatMap(({ units = [] }) => units))
}

function unitsBelow(registry: Registry): Sql {
  const { table, parent } = tableOfUnits(registry)
  return sql`select tree.root, below.id from ${table} as below join tree on ${name('below', parent)} = tree.id`
}

function unitsAbove(registry: Registry): Sql {
  const { table, parent } = tableOfUnits(registry)
  const of = name('unit', parent)
  return sql`select above.root, ${of} from ${table} as unit join above on unit.id = above.id where ${of} is not null`
}

function tableOfUnits(registry: Registry): { table: Sql; parent: string } {
  const type = [...registry.objects.values()].find(({ definition }) => definition.principal?.kind === 'unit')
  const principal = type?.definition.principal
  if (!type || principal?.kind !== 'unit') throw new Error('No object is declared whose records are units')
  return { table: name(type.table), parent: fieldOf(type, principal.parent).columns[0]?.name ?? '' }
}
