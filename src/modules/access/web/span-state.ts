import type { RecordWire } from '#shared/wire'

export type SpanState = 'coming' | 'running' | 'ended'

/** Where a right for a time stands now. */
export function spanState({ from, until }: RecordWire, now: number): SpanState {
  if (typeof until === 'string' && Date.parse(until) <= now) return 'ended'
  return typeof from === 'string' && Date.parse(from) > now ? 'coming' : 'running'
}
