import type { RecordWire } from '#shared/wire'

/** What a purpose says of its notice. */
export type Notice = { version: number; oldest: number }

export type ConsentState = 'inForce' | 'older' | 'again' | 'coming' | 'ended' | 'withdrawn'

/** Where a consent stands now; `older`: given to an earlier notice, which still counts, `again`: which no longer does. */
export function consentState(consent: RecordWire, notice: Notice | undefined, now: number): ConsentState {
  const { withdrawnAt, givenAt, until, noticeVersion } = consent
  if (typeof withdrawnAt === 'string') return 'withdrawn'
  if (typeof until === 'string' && Date.parse(until) <= now) return 'ended'
  const given = Number(noticeVersion ?? 0)
  if (notice && notice.oldest > 1 && given < notice.oldest) return 'again'
  if (typeof givenAt === 'string' && Date.parse(givenAt) > now) return 'coming'
  return notice && given > 0 && given < notice.version ? 'older' : 'inForce'
}

/** Whether it is over: kept to be looked at. */
export function isOver(state: ConsentState): boolean {
  return state === 'withdrawn' || state === 'ended' || state === 'again'
}
