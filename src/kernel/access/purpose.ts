import { AppError } from '#shared/app-error'
import type { Kernel } from '../context.ts'
import type { Actor } from './actor.ts'

/** For what data may be used, and whether those whom it is about consent to it first; those that are switched off are not among the kernel's. */
export type Purpose = { id: string; code: string; byConsent: boolean }

/** The purpose under which a request works, where it names one: in force, and held by a role of who asks. */
export function purposeNamed({ purposes }: Kernel, actor: Actor, named: string): string {
  const allowed = [...purposes.values()].filter(({ code }) => actor.purposes === 'all' || actor.purposes.includes(code))
  if (allowed.some(({ code }) => code === named)) return named
  const params = { purpose: named, allowed: allowed.map(({ code }) => code).join(', ') || '-' }
  throw new AppError(403, 'access.purpose_not_held', { params })
}
