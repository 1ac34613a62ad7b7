import { useSyncExternalStore } from 'react'
import type { ProblemWire } from '#shared/wire'

/** In this tab and for this session: another tab may work for something else meanwhile. */
const storageKey = 'dossier.purpose'
const header = 'X-Dossier-Purpose'
const listeners = new Set<() => void>()
let onLost: (why: string) => void = () => undefined

/** Code of the purpose of use that was chosen in this tab; null = the default of one's role, or none. */
function purposeInTab(): string | null {
  return sessionStorage.getItem(storageKey)
}

/** What every call of the API brings along. */
export function purposeHeaders(): Record<string, string> {
  const code = purposeInTab()
  return code === null ? {} : { [header]: encodeURIComponent(code) }
}

export function keepPurpose(code: string | null): void {
  if (code === null) sessionStorage.removeItem(storageKey)
  else sessionStorage.setItem(storageKey, code)
  for (const listener of listeners) listener()
}

/** Who tells that the chosen purpose is no longer one's own, and has everything read anew. */
export function whenPurposeLost(handler: (why: string) => void): void {
  onLost = handler
}

/** Leaves a purpose that the server no longer takes from this person; true = there was one. */
export function leaveLostPurpose({ title, code, errors }: ProblemWire): boolean {
  const isLost = code === 'access.purpose_not_held' && errors.some(({ path }) => path === header)
  if (!isLost || purposeInTab() === null) return false
  keepPurpose(null)
  onLost(title)
  return true
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function usePurposeInTab(): string | null {
  return useSyncExternalStore(subscribe, purposeInTab)
}
