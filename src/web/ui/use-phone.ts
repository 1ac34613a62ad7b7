import { useSyncExternalStore } from 'react'

const narrow = matchMedia('(max-width: 767px)')

function subscribe(listener: () => void): () => void {
  narrow.addEventListener('change', listener)
  return () => narrow.removeEventListener('change', listener)
}

/** True on a screen as narrow as a phone's. */
export function usePhone(): boolean {
  return useSyncExternalStore(subscribe, () => narrow.matches)
}
