import { useSyncExternalStore } from 'react'

let isShown = false
const listeners = new Set<() => void>()

/** Shows the list of shortcuts over the page, or puts it away. */
export function showShortcuts(shown: boolean): void {
  isShown = shown
  for (const listener of listeners) listener()
}

export function useShortcutsShown(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => isShown,
  )
}
