import type { Label } from '#shared/label'
import type { FieldAccess, Operation } from '#shared/wire'
import type { Settings } from '../context.ts'
import type { Duty } from './duties.ts'

export type Level = 1 | 2 | 3

/** How far a right reaches: own and shared files; those of the own unit; of the own unit and below; of chosen units and below; nobody's files; what is about the house; all. */
export type Scope = 'own' | 'unit' | 'below' | 'chosen' | 'pool' | 'house' | 'all'

/** Rights on objects. An object is named by itself or by its policy's area (`area:files`). A denial beats every grant. */
export type Grant = {
  objects: readonly string[]
  rights: readonly Operation[]
  scope: Scope
  /** Ids of units, for the scope `chosen`. */
  units?: readonly string[]
  deny?: boolean
}

type FieldGrant = { object: string; field: string; access: FieldAccess }

/** Business roles hold customers; each officer's class excludes every other. */
type RoleClass = 'business' | 'system' | 'security' | 'audit'

/** What a role adds up to; standard ones are code, others records of the company. */
export type Role = {
  code: string
  label: Label
  class: RoleClass
  /** Highest level of records that its holders may see. */
  clearance: Level
  /** Fields up to this level are shown as they are; those above it are masked until revealed. */
  plain: Level
  duties: readonly Duty[]
  /** Codes of the purposes for which its holders may use data. */
  purposes: 'all' | readonly string[]
  /** Code of the one that stands where a request names none. */
  defaultPurpose?: string | null
  /** Different files that its holders may read in a day; null = as many as they like, absent = it says nothing of that. */
  readLimit?: number | null
  grants: readonly Grant[]
  fields?: readonly FieldGrant[]
}

/** What three officers leave to the business: to name them, and to sign what its own people export. */
const ofBusiness: readonly Duty[] = ['appoint', 'exports']

/** In three-officer mode the duties of the house are the officers' alone; the business keeps its files, may appoint and signs exports. */
export function rolesInForce(roles: readonly Role[], { threeOfficers }: Settings): readonly Role[] {
  if (!threeOfficers) return roles
  return roles.map((role) =>
    role.class === 'business' ? { ...role, duties: role.duties.filter((duty) => ofBusiness.includes(duty)) } : role,
  )
}
