import type { Duty } from '../access/duties.ts'
import type { Context } from '../context.ts'

export type Values = Record<string, unknown>

/** A change on its way, before it is made; `before` is null for what is new, `after` for what goes. */
export type PendingChange = {
  operation: ProposedOperation
  id: string
  before: Values | null
  after: Values | null
  /** Fields that differ. */
  fields: readonly string[]
}

export const proposedOperations = ['create', 'update', 'delete', 'restore'] as const
export type ProposedOperation = (typeof proposedOperations)[number]

/**
 * Somebody else with one of the duties signs first, and none of `except`, who would gain by it; `signable`: refused where
 * nobody could at that moment. Or the change would need it but is made `alone`, and marked so in the trail.
 */
export type Approval = { duties: readonly Duty[]; except?: readonly string[]; signable?: boolean } | 'alone'

/** `returns`: it comes out of the recycle bin as it was. */
export type Prepared = { id: string; returns?: boolean }

/** A record of a write, with what its follower is told: `before` is null for what is new or comes back, `after` for what goes. */
export type WrittenRecord = { id: string; before: Values | null; after: Values | null }

export type Write = { object: string; action: ProposedOperation; records: readonly WrittenRecord[] }

/** What follows a write that has been made. */
export type Follower = {
  /** Fields, or `incomplete`, of which it learns what stood before and what stands after; a change of none of them passes it by. Absent: ids of all writes. */
  fields?: readonly string[]
  /** It learns all that a record holds; for what the house has set for any field of any object. */
  whole?: true
  follow(ctx: Context, write: Write): Promise<void> | void
}

/** Why a record is saved before all that it needs is known, and until when the rest is to be there (`YYYY-MM-DD`). */
export type Later = { why: string; until: string }

/** A record that lacks what its case requires. */
export type Unfinished = { id: string; values: Values; incomplete: readonly string[] }

/** What a module may add to the way of a record. All run inside the transaction of the write. */
export type Hooks = {
  /** Completes or refuses values before they are checked; `before` is null on create, and the values themselves for what comes back. */
  prepare?(ctx: Context, values: Values, before: Values | null, record: Prepared): Promise<void> | void
  /** Who makes one has just proved to be there: of a list, when starting it. */
  proven?: true
  /** Whether a change needs a second person; null = it does not. Asked again, by the system, as long as the change waits. */
  approval?(ctx: Context, change: PendingChange): Promise<Approval | null> | Approval | null
  /** The operations of which `approval` may ask for somebody; absent = any. All others cost nothing. */
  asks?: readonly ProposedOperation[]
  /** Sees to it that a record which somebody saves to be completed later will be; without it such a record is refused. */
  later?(ctx: Context, record: Unfinished, later: Later): Promise<void>
  /** Somebody (`by`) entered what may be this record. */
  suspected?(ctx: Context, record: { id: string; owner: string; by: string }): void
  /** Several modules may follow the writes of one object. */
  written?: Follower
}

/** What all modules together add to the way of a record. */
export type ObjectHooks = Omit<Hooks, 'written'> & { followers: readonly Follower[] }
