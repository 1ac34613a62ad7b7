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
  /** Its one step is met by keying what would stand there again, unseen, and in no other way. */
  keyed?: true
}

/** Ways by which a value comes into the house. */
export const entryWays = ['page', 'api', 'import'] as const
export type EntryWay = (typeof entryWays)[number]

/** In which case a value that somebody has entered is keyed again by somebody else, and by whom. */
export type KeyedAgain = Pick<ApprovalRule, 'operations' | 'fields' | 'when' | 'exempt'> & {
  by: ApprovalStep
  /** Of a hundred entries, so many are drawn. */
  share: number
  /** None = each. */
  ways: readonly EntryWay[]
  /** Who decides between two values: somebody third, or whoever entered the first. */
  resolver: 'third' | 'first'
  /** The change waits until then. */
  holds: boolean
}
