import type { Filter } from '#shared/filter'
import type { GroundsPart } from '#shared/grounds'
import type { ProposedOperation } from './hooks.ts'

/** A case in which a change waits for somebody else, as the house has set it. */
export type ApprovalRule = {
  operations: readonly ProposedOperation[]
  /** A change of one of these counts; none = of any. What goes or comes back goes whole. */
  fields: readonly string[]
  /** Of the record as it stands or as it would stand; absent = of each. */
  when?: Filter
  /** Roles whose holders' own changes it does not concern. */
  exempt: readonly string[]
  /** Any one of these signs: who leads the maker's unit, holders of a role, people by id. */
  signers: { superior: boolean; roles: readonly string[]; people: readonly string[] }
  /** What the request has to give. */
  needs: readonly GroundsPart[]
  /** Working days within which it is to be decided; null = whenever. */
  days: number | null
}
