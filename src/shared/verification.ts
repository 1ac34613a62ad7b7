/** How somebody made sure of a value. */
export const verifiedBy = ['call', 'visit', 'document', 'customer', 'register'] as const
/** Why a value cannot be found out: an answer too, and no text that could hold what nobody may read. */
export const unknownBecause = ['refused', 'unreachable', 'absent'] as const

/** Said by the product, never by hand: somebody else has keyed it again, unseen, and the two agreed; whom the file is about has confirmed it by a link. */
const verifiedByProduct = ['keyed', 'link'] as const

/** What somebody may say. */
export const sayableWays = [...verifiedBy, ...unknownBecause] as const
export const verificationWays = [...verifiedBy, ...verifiedByProduct, ...unknownBecause] as const
export type VerificationWay = (typeof verificationWays)[number]

export function isUnknown(how: VerificationWay): boolean {
  return unknownBecause.some((reason) => reason === how)
}

/** A field whose value is to be verified, and again after so many days; `second`: never by who entered it. */
export type VerifyRule = { days: number; second?: boolean }

/** What stands of a field's value: who made sure of it, how, when, from when it should be done again, and until when it holds. */
export type VerificationWire = {
  field: string
  how: VerificationWay
  by: string | null
  at: string
  ageing: string
  due: string
}

/** One that stood or stands, as the history tells it. */
export type PastVerification = Omit<VerificationWire, 'ageing' | 'due'> & { id: string; endedAt: string | null }
