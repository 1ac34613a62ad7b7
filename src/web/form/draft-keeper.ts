import { isOnLine, whenLineTurns } from '../api/line.ts'
import type { Values } from './form-values.ts'

/** What was typed beside what the form began with, and the version of the record on which that is based. */
export type Typed = { values: Values; version: number | null }

export type DraftKeeper = {
  /** The form begins, with what is kept already. */
  begin: (typed: Typed) => void
  change: (typed: Typed) => void
  /** Keeps at once what is not kept yet; whether all of it is. */
  flush: () => Promise<boolean>
  /** The page is going away: what is not kept yet is sent along. */
  part: () => void
  /** Whether nothing would be lost if the page went away now. */
  isSafe: () => boolean
  /** Forgets what was typed, as it has been saved or thrown away; done once nothing of it is on its way any more. */
  settle: () => Promise<void>
}

const restMs = 800
/** A browser sends no more than this along with a page that goes away. */
const mostAtParting = 60_000
const nothing: Typed = { values: {}, version: null }

const open = new Set<DraftKeeper>()

/** Brings what is typed to where it is kept after each pause, one after the other. */
export function draftKeeper(send: (typed: Typed, parting: boolean) => Promise<void>): DraftKeeper {
  let latest = nothing
  let kept = textOf(nothing)
  let hasFailed = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let sending: Promise<unknown> = Promise.resolve()
  const isKept = (): boolean => kept === textOf(latest)
  const keep = async (parting: boolean): Promise<void> => {
    if (isKept()) return
    const sent = textOf(latest)
    try {
      await send(latest, parting)
      kept = sent
      hasFailed = false
    } catch {
      hasFailed = true
    }
  }
  const flush = (): Promise<boolean> => {
    clearTimeout(timer)
    const done = sending.then(() => keep(false))
    sending = done
    return done.then(isKept)
  }
  return {
    begin: (typed) => {
      clearTimeout(timer)
      latest = typed
      kept = textOf(typed)
    },
    change: (typed) => {
      latest = typed
      clearTimeout(timer)
      if (!isKept()) timer = setTimeout(() => void flush(), restMs)
    },
    flush,
    part: () => {
      clearTimeout(timer)
      void keep(true)
    },
    isSafe: () => isKept() || (!hasFailed && isOnLine() && textOf(latest).length < mostAtParting),
    settle: async () => {
      clearTimeout(timer)
      latest = nothing
      await sending
      kept = textOf(latest)
    },
  }
}

/** No field is the same as any other nothing, whatever it would be based on. */
function textOf({ values, version }: Typed): string {
  return Object.keys(values).length > 0 ? JSON.stringify([values, version]) : ''
}

/** Has a keeper looked after as long as its form is open. */
export function whileOpen(keeper: DraftKeeper): () => void {
  const part = (): void => keeper.part()
  const partIfHidden = (): void => {
    if (document.visibilityState === 'hidden') part()
  }
  open.add(keeper)
  // What could not be kept while the server was away is kept as soon as it is back.
  const forget = whenLineTurns(() => isOnLine() && void keeper.flush())
  // What a page sends at its very end may be lost on its way through the worker that keeps the application's files.
  window.addEventListener('beforeunload', part)
  window.addEventListener('pagehide', part)
  document.addEventListener('visibilitychange', partIfHidden)
  return () => {
    open.delete(keeper)
    forget()
    window.removeEventListener('beforeunload', part)
    window.removeEventListener('pagehide', part)
    document.removeEventListener('visibilitychange', partIfHidden)
    void keeper.flush()
  }
}

/** Keeps what stands in all open forms, before a session ends that nothing can be kept without. */
export async function keepOpenDrafts(): Promise<void> {
  await Promise.all([...open].map((keeper) => keeper.flush()))
}
