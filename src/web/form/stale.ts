import { Problem } from '../api/problem.ts'

export type StaleChange = { field: string; yours: unknown; theirs: unknown; by: string | null; at: string | null }

/** Somebody saved the same record meanwhile: its version now, and what both changed. */
export type Stale = { version: number; changes: readonly StaleChange[]; patch: Record<string, unknown> }

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

/** What a refused save collided with; undefined for any other trouble. */
export function staleOf(error: unknown, patch: Record<string, unknown>): Stale | undefined {
  if (!(error instanceof Problem) || error.wire.code !== 'record.stale') return undefined
  const { version, changes } = error.wire.details ?? {}
  if (typeof version !== 'number' || !Array.isArray(changes)) return undefined
  return { version, patch, changes: changes.filter(isObject).map(readChange) }
}

function readChange({ field, yours, theirs, by, at }: Record<string, unknown>): StaleChange {
  return {
    field: String(field),
    yours,
    theirs,
    by: typeof by === 'string' ? by : null,
    at: typeof at === 'string' ? at : null,
  }
}

/** The patch without the fields where the other's value stays. */
export function settledPatch(stale: Stale, kept: ReadonlySet<string>): Record<string, unknown> {
  const given = new Set(stale.changes.filter(({ field }) => !kept.has(field)).map(({ field }) => field))
  return Object.fromEntries(Object.entries(stale.patch).filter(([field]) => !given.has(field)))
}
