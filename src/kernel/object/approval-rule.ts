import type { Filter } from '#shared/filter'
import type { GroundsPart } from '#shared/grounds'
import type { ProposedOperation } from './hooks.ts'

/** Who signs: who leads the maker's unit, holders of a role, people by id. Any one of them, or one signature for each that is named. */
export type ApprovalStep = {
  all: boolean
  superior: boolean
  roles: readonly string[]
  people: readonly string[]
  /** Passed over where the record is no such one. */
  when?: Filter
}

/** A case in which a change waits for somebody else, as the house has set it. */
export type ApprovalRule = {
  operations: readonly ProposedOperation[]
  /** A change of one of these counts; none = of any. What goes or comes back goes whole. */
  fields: readonly string[]
  /** Of the record as it stands or as it would stand; absent = of each. */
  when?: Filter
  /** Roles whose holders' own changes it does not concern. */
  exempt: readonly string[]
  /** One after the other; the change is made after the last. */
  steps: readonly ApprovalStep[]
  /** What the request has to give. */
  needs: readonly GroundsPart[]
  /** Working days within which it is to be decided; null = whenever. */
  days: number | null
}
