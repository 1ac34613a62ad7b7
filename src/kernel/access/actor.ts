import type { Locale } from '#shared/label'
import { type Duty, duties } from './duties.ts'

/** Who acts. `keys` are the principals whose records the actor may see; the scope builder and row-level security read nothing else. */
export type Actor = {
  /** User id; null for the system itself. */
  id: string | null
  name: string
  role: string
  keys: readonly number[]
  session: string | null
  /** What the actor may do beside records: read the trail, keep the keys ... */
  duties: readonly Duty[]
  /** When the actor last proved to be there, by password or passkey; sensitive acts ask for a fresh proof. */
  provenAt: string | null
  locale: Locale
}

/** Principal that stands in the acl of every record: who holds it sees all. */
export const everything = 1

export const systemActor: Actor = {
  id: null,
  name: 'system',
  role: 'system',
  keys: [everything],
  session: null,
  duties,
  provenAt: null,
  locale: 'zh',
}
