import { addressOf } from './address-of.ts'

const lookMs = 4_000

let isThere = true
let looking: ReturnType<typeof setInterval> | undefined
const listeners = new Set<() => void>()

/** Whether the server can be reached, as far as the last request knows. */
export function isOnLine(): boolean {
  return isThere
}

/** Calls back when the server goes away, and when it is back; returns what ends that. */
export function whenLineTurns(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Whether a request had any answer. Once one had none, the server is asked until it gives one. */
export function noteLine(answered: boolean): void {
  if (answered === isThere) return
  isThere = answered
  clearInterval(looking)
  if (!answered) looking = setInterval(() => void look(), lookMs)
  for (const listener of listeners) listener()
}

// A network of which the browser knows may still not lead to the server, such as without the company's VPN.
async function look(): Promise<void> {
  const answered = await fetch(addressOf('/health')).then(
    () => true,
    () => false,
  )
  noteLine(answered)
}

globalThis.addEventListener?.('offline', () => noteLine(false))
globalThis.addEventListener?.('online', () => void look())
