import type { Locale } from '#shared/label'
import { duties } from './duties.ts'
import type { Standing } from './standing.ts'

/** Who acts, and what the own roles add up to. The scope builder and row-level security read nothing else. */
export type Actor = Standing & {
  /** User id; null for the system itself. */
  id: string | null
  name: string
  /** The role of the person's own record; others may add to it. */
  role: string
  session: string | null
  /** The API key that acts for its owner; null for the owner in person. */
  token: string | null
  /** When the actor last proved to be there, by password or passkey; sensitive acts ask for a fresh proof. */
  provenAt: string | null
  locale: Locale
}

/** Principal that stands in the acl of every record: who holds it sees all. */
export const everything = 1

/** Principal that stands in the acl of records that nobody holds. */
export const pool = 2

/** Principal that stands in the acl of what is about the house itself: those who look after it hold it. */
export const house = 3

export const highestLevel = 3

/** Whether row-level security lets every row through, so that the one decision alone keeps something back. */
export function seesAll({ keys, clearance }: Pick<Actor, 'keys' | 'clearance'>): boolean {
  return keys.includes(everything) && clearance === highestLevel
}

/** Nothing at all: whoever has no role, and the net before sign-in. */
export const noStanding: Standing = {
  roles: [],
  units: [],
  keys: [],
  clearance: 1,
  plain: 1,
  duties: [],
  purposes: [],
  defaultPurpose: null,
  readLimit: 0,
  reach: () => null,
  fieldRule: () => undefined,
}

export const systemActor: Actor = {
  ...noStanding,
  id: null,
  name: 'system',
  role: 'system',
  keys: [everything],
  clearance: 3,
  plain: 3,
  duties,
  purposes: 'all',
  readLimit: null,
  reach: () => [everything],
  session: null,
  token: null,
  provenAt: null,
  locale: 'zh',
}
