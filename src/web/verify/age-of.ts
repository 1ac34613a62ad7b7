import { isUnknown, type VerificationWire } from '#shared/verification'

export type Age = 'fresh' | 'ageing' | 'overdue' | 'never' | 'unknown'

/** How old what is known of a value has grown. */
export function ageOf(verification: VerificationWire | undefined, now: number): Age {
  if (!verification) return 'never'
  const due = Date.parse(verification.due)
  if (now >= due) return 'overdue'
  if (isUnknown(verification.how)) return 'unknown'
  return now > Date.parse(verification.ageing) ? 'ageing' : 'fresh'
}
