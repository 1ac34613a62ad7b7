/** How somebody made sure of a value. */
export const verifiedBy = ['call', 'visit', 'document', 'customer', 'register'] as const
/** Why a value cannot be found out: an answer too, and no text that could hold what nobody may read. */
export const unknownBecause = ['refused', 'unreachable', 'absent'] as const

export const verificationWays = [...verifiedBy, ...unknownBecause] as const
export type VerificationWay = (typeof verificationWays)[number]

export function isUnknown(how: VerificationWay): boolean {
  return unknownBecause.some((reason) => reason === how)
}

/** A field whose value is to be verified, and again after so many days; `second`: never by who entered it. */
export type VerifyRule = { days: number; second?: boolean }

/** What stands of a field's value: who made sure of it, how, when, and until when that holds. */
export type VerificationWire = { field: string; how: VerificationWay; by: string | null; at: string; due: string }

/** One that stood or stands, as the history tells it. */
export type PastVerification = Omit<VerificationWire, 'due'> & { id: string; endedAt: string | null }
