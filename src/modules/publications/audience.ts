import type { Context, Records, Stored, Values } from '#kernel'
import { unit, user } from '#objects'

/** Somebody with the codes of the roles that they hold, and the unit they work in with those above it. */
type Reader = { roles: readonly string[]; units: readonly string[] }

export type ReaderNamed = { id: string; name: string }

/** Whether a version is for somebody. */
export function isFor({ everyone, roles, ownRoles, units }: Values, reader: Reader): boolean {
  if (everyone === true) return true
  const named = [...listIn(roles), ...listIn(ownRoles)]
  return named.some((code) => reader.roles.includes(code)) || listIn(units).some((id) => reader.units.includes(id))
}

export function isForEverybody({ roles, ownRoles, units }: Values): boolean {
  return [roles, ownRoles, units].every((some) => listIn(some).length === 0)
}

const listIn = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : [])

/** All who work here and whom a version is for, by name; not who published it. */
export async function peopleFor(ctx: Context, version: Values): Promise<ReaderNamed[]> {
  const system = ctx.asSystem('whom a publication is for')
  const people = await all(system.records(user), { where: { active: true }, sort: 'name' })
  const above = await unitsAbove(system)
  const further = await furtherRoles(system)
  return people.flatMap(({ id, values: { name, role, unit: of } }) => {
    const reader = { roles: [String(role), ...(further.get(id) ?? [])], units: above(of) }
    return id !== version.publishedBy && isFor(version, reader) ? [{ id, name: String(name) }] : []
  })
}

async function unitsAbove(ctx: Context): Promise<(id: unknown) => readonly string[]> {
  const units = await all(ctx.records(unit), {})
  const parents = new Map(units.map(({ id, values }) => [id, values.parent]))
  return (id) => {
    const found: string[] = []
    for (let at = id; typeof at === 'string' && !found.includes(at); at = parents.get(at)) found.push(at)
    return found
  }
}

/** Roles that people hold beside their own at this moment. */
async function furtherRoles(ctx: Context): Promise<ReadonlyMap<string, readonly string[]>> {
  const now = ctx.now().toISOString()
  const held = await all(ctx.recordsNamed('role_assignment'), {
    where: {
      and: [
        { or: [{ from: { empty: true } }, { from: { lte: now } }] },
        { or: [{ until: { empty: true } }, { until: { gt: now } }] },
      ],
    },
  })
  const byPerson = Map.groupBy(held, ({ values }) => String(values.user))
  return new Map([...byPerson].map(([person, some]) => [person, some.map(({ values }) => String(values.role))]))
}

type Listed = Pick<Stored, 'id' | 'values'>
type Listing<Patch, Where> = Records<Patch, Where>

/** Every record of a list, page after page. */
export async function all<Patch, Where>(
  records: Listing<Patch, Where>,
  query: Parameters<Listing<Patch, Where>['list']>[0],
): Promise<Listed[]> {
  const found: Listed[] = []
  for (let after: string | undefined; ; ) {
    const { items, next } = await records.list({ ...query, limit: 200, uncounted: true, after })
    found.push(...items)
    if (!next) return found
    after = next
  }
}
