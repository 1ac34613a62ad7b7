import { useSyncExternalStore } from 'react'

export type OverPage = {
  /** Shows it over the page, or puts it away. */
  show(shown: boolean): void
  useShown(): boolean
}

/** Something that any part of a page may show, and that is drawn in one place. */
export function overPage(): OverPage {
  let isShown = false
  const listeners = new Set<() => void>()
  const subscribe = (listener: () => void): (() => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
  return {
    show: (shown) => {
      isShown = shown
      for (const listener of listeners) listener()
    },
    useShown: () => useSyncExternalStore(subscribe, () => isShown),
  }
}
