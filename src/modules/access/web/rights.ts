import { type Operation, operations } from '#shared/wire'

export const scopes = ['own', 'unit', 'below', 'chosen', 'pool', 'house', 'all'] as const
export type Scope = (typeof scopes)[number]

/** Rights on objects as a role holds them; `area:files` names all objects of an area, later ones too. */
export type Grant = {
  objects: readonly string[]
  rights: readonly Operation[]
  scope: Scope
  units?: readonly string[]
  deny?: boolean
}

/** Rights that reach equally far. */
type Reach = { scope: Scope; units: readonly string[]; rights: readonly Operation[] }

/** What a role says of one object, or of an area (`area:files`). */
export type Row = { reaches: readonly Reach[]; denied: readonly Operation[] }

/** Object or area -> what the role says of it. The same as grants, turned so that a table can show it. */
export type Rights = Readonly<Record<string, Row>>

export type CellState = 'none' | 'allowed' | 'denied'
export type Cell = { state: CellState; inherited: boolean }

/** Takes what the role says from now on. */
export type Change = (rights: Rights) => void

export const noRow: Row = { reaches: [], denied: [] }

export const areaRow = (area: string): string => `area:${area}`

export function rightsOf(grants: readonly Grant[]): Rights {
  const rights: Record<string, Row> = {}
  for (const grant of grants)
    for (const object of grant.objects) rights[object] = withGrant(rights[object] ?? noRow, grant)
  return rights
}

function withGrant(row: Row, { rights, scope, units = [], deny }: Grant): Row {
  if (deny) return { ...row, denied: joined(row.denied, rights) }
  const at = row.reaches.findIndex((reach) => reach.scope === scope && sameSet(reach.units, units))
  if (at < 0) return { ...row, reaches: [...row.reaches, { scope, units, rights: joined([], rights) }] }
  return withReach(row, at, (reach) => ({ ...reach, rights: joined(reach.rights, rights) }))
}

/** The grants that say the same; objects with equal rights share one. */
export function grantsOf(rights: Rights): Grant[] {
  const grants = new Map<string, Grant>()
  const say = (object: string, grant: Omit<Grant, 'objects'>): void => {
    if (!grant.rights.length) return
    const key = JSON.stringify(grant)
    const objects = [...(grants.get(key)?.objects ?? []), object]
    grants.set(key, { objects, ...grant })
  }
  for (const [object, { reaches, denied }] of Object.entries(rights).toSorted(byName)) {
    for (const { scope, units, rights: given } of reaches.toSorted(byScope))
      say(object, { rights: given, scope, ...(scope === 'chosen' ? { units } : {}) })
    say(object, { rights: denied, scope: 'all', deny: true })
  }
  return [...grants.values()]
}

const byName = ([one]: [string, Row], [other]: [string, Row]): number => (one < other ? -1 : 1)
const byScope = (one: Reach, other: Reach): number => scopes.indexOf(one.scope) - scopes.indexOf(other.scope)

/** What stands in a cell: a denial beats all, an area speaks for its objects. */
export function cellOf(rights: Rights, { name, area, at = 0 }: Line, right: Operation): Cell {
  const { denied, reaches } = rights[name] ?? noRow
  const above = area ? rights[area] : undefined
  if (denied.includes(right)) return { state: 'denied', inherited: false }
  if (above?.denied.includes(right)) return { state: 'denied', inherited: true }
  if (reaches[at]?.rights.includes(right)) return { state: 'allowed', inherited: false }
  const inherits = at === 0 && allows(above, right)
  return inherits ? { state: 'allowed', inherited: true } : { state: 'none', inherited: false }
}

/** A line of the table: an object or area, the area above it, and which of its reaches the line shows. */
export type Line = { name: string; area?: string; at?: number }

/** The next state when a cell is pressed: allowed, denied, nothing. What the area allows already is only taken away. */
export function pressed(rights: Rights, line: Line, right: Operation): CellState {
  const { state, inherited } = cellOf(rights, line, right)
  if (state === 'allowed' && !inherited) return (line.at ?? 0) > 0 ? 'none' : 'denied'
  if (state === 'denied') return 'none'
  const hasOwn = (rights[line.name]?.reaches.length ?? 0) > 0
  return inherited && !hasOwn ? 'denied' : 'allowed'
}

/** Where the first right of a line reaches: as far as its area's, else what is one's own; what nobody holds is for all. */
export function firstScope(rights: Rights, { area, held }: Line & { held: boolean }): Scope {
  if (!held) return 'all'
  return (area && rights[area]?.reaches[0]?.scope) || 'own'
}

/** Sets one cell; `first` is how far the first right of a row reaches. */
export function withCell(
  rights: Rights,
  { line, right, state, first }: { line: Line; right: Operation; state: CellState; first: Scope },
): Rights {
  const { name, at = 0 } = line
  const row = rights[name] ?? noRow
  const without = row.reaches.map((reach) => ({ ...reach, rights: reach.rights.filter((one) => one !== right) }))
  const denied = row.denied.filter((one) => one !== right)
  if (state === 'none' && at > 0) {
    const reaches = row.reaches.map((reach, index) => (index === at ? (without[at] ?? reach) : reach))
    return { ...rights, [name]: { ...row, reaches } }
  }
  if (state === 'none') return { ...rights, [name]: { reaches: without, denied } }
  if (state === 'denied') return { ...rights, [name]: { reaches: without, denied: joined(denied, [right]) } }
  const reaches = row.reaches.length ? row.reaches : [{ scope: first, units: [], rights: [] }]
  const given = withReach({ reaches, denied }, at, (reach) => ({ ...reach, rights: joined(reach.rights, [right]) }))
  return { ...rights, [name]: given }
}

/** Says how far a line reaches; one that inherited so far begins to speak for itself. */
export function withScope(rights: Rights, { name, at = 0 }: Line, scope: Scope, units: readonly string[]): Rights {
  const row = rights[name] ?? noRow
  const reaches = row.reaches.length ? row.reaches : [{ scope, units, rights: [] }]
  return { ...rights, [name]: withReach({ ...row, reaches }, at, (reach) => ({ ...reach, scope, units })) }
}

/** A second line for the same object, with another reach: all read, own changed. */
export function withLine(rights: Rights, name: string, scope: Scope): Rights {
  const row = rights[name] ?? noRow
  return { ...rights, [name]: { ...row, reaches: [...row.reaches, { scope, units: [], rights: [] }] } }
}

export function withoutLine(rights: Rights, { name, at = 0 }: Line): Rights {
  const row = rights[name] ?? noRow
  return { ...rights, [name]: { ...row, reaches: row.reaches.filter((_, index) => index !== at) } }
}

function allows(row: Row | undefined, right: Operation): boolean {
  return row?.reaches.some(({ rights }) => rights.includes(right)) ?? false
}

function withReach(row: Row, at: number, change: (reach: Reach) => Reach): Row {
  return { ...row, reaches: row.reaches.map((reach, index) => (index === at ? change(reach) : reach)) }
}

function joined(one: readonly Operation[], other: readonly Operation[]): readonly Operation[] {
  return operations.filter((right) => one.includes(right) || other.includes(right))
}

function sameSet(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((each) => other.includes(each))
}

/** The objects whose grants the server refused: `grants.2.objects.0` names one, `grants.2.units` all of the grant. */
export function refusedRows(sent: readonly Grant[], path: string): readonly string[] {
  const [, grant = '', , object] = /^grants\.(\d+)(\.objects\.(\d+))?/.exec(path) ?? []
  const objects = sent[Number(grant || Number.NaN)]?.objects ?? []
  return object === undefined ? objects : objects.slice(Number(object), Number(object) + 1)
}
