import type { FieldError } from '#shared/app-error'
import type { Guard } from '../access/custody.ts'
import type { Unread } from './normalise.ts'

/** What only imports and seeds bring: the record's own past. */
export type Origin = { createdAt?: string; createdBy?: string; import?: { id: string; row: number } }

/** A new record on its way into its table. */
export type Draft = {
  id: string
  values: Record<string, unknown>
  unread: Unread[]
  origin: Origin
  errors: FieldError[]
  guard: Guard | null
  incomplete: string[]
  /** Other records come with it and could not wait for it. */
  brings: boolean
  /** The proposal that stands instead of it. */
  proposed: string | null
  /** Made without the second person that it would need. */
  alone: boolean
}

/** The file that a record lives on; its own for what is held by persons. */
export function ownerOf(draft: Draft): string {
  return draft.guard?.owner ?? draft.id
}
