import { useSyncExternalStore } from 'react'
import { isOnLine, whenLineTurns } from '../api/line.ts'

/** False while the server cannot be reached. */
export function useOnLine(): boolean {
  return useSyncExternalStore(whenLineTurns, isOnLine)
}
