import { setTimeout as pause } from 'node:timers/promises'
import type { Postmaster } from './postmaster.ts'

const FIRST_PAUSE_MS = 500
const LONGEST_PAUSE_MS = 30_000

type Supervised = {
  first: Postmaster
  /** Clears what is left and starts again; a rejection is reported and tried again later. */
  restart: () => Promise<Postmaster>
  report: (line: string) => void
}

/** Keeps PostgreSQL running until it is stopped on purpose. Answers with that stop. */
export function supervise({ first, restart, report }: Supervised): () => Promise<void> {
  const stopping = new AbortController()
  let current: Postmaster | undefined = first

  async function watch(): Promise<void> {
    while (current) {
      const how = await current.ended
      current = undefined
      if (stopping.signal.aborted) return
      report(`PostgreSQL ended unexpectedly (${how}); starting it again.`)
      const again = await startAgain()
      if (stopping.signal.aborted) return await again?.stop()
      report('PostgreSQL runs again.')
      current = again
    }
  }

  async function startAgain(): Promise<Postmaster | undefined> {
    for (let wait = FIRST_PAUSE_MS; !stopping.signal.aborted; wait = Math.min(wait * 2, LONGEST_PAUSE_MS)) {
      try {
        return await restart()
      } catch (error) {
        report(`PostgreSQL does not start: ${error instanceof Error ? error.message : error}`)
      }
      await pause(wait, undefined, { signal: stopping.signal }).catch(() => undefined)
    }
    return undefined
  }

  const watching = watch()
  return async () => {
    stopping.abort()
    await current?.stop()
    await watching
  }
}
