import type { Context } from '../context.ts'

export type Values = Record<string, unknown>

/** What a module may add to the way of a record. All run inside the transaction of the write. */
export type Hooks = {
  /** Completes or refuses values before they are checked; `before` is null on create. */
  prepare?(ctx: Context, values: Values, before: Values | null): Promise<void> | void
  /** Follows a write that has been made. */
  written?(
    ctx: Context,
    change: { ids: readonly string[]; action: 'create' | 'update' | 'delete' | 'restore' },
  ): Promise<void>
}
