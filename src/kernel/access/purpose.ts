import { AppError } from '#shared/app-error'
import type { Kernel } from '../context.ts'
import type { Actor } from './actor.ts'

/** For what data may be used, and on which legal ground; those that are switched off are not among the kernel's. */
export type Purpose = { code: string; basis: 'consent' | 'contract' | 'statutory' | 'public' }

/**
 * The purpose under which a request works, where it names one: in force, and held by a role of who asks.
 * One that rests on consent reaches only who has consented; nobody is known to have, so it admits none.
 */
export function purposeNamed({ purposes }: Kernel, actor: Actor, named: string): string {
  const allowed = [...purposes.values()].filter(
    ({ code, basis }) => basis !== 'consent' && (actor.purposes === 'all' || actor.purposes.includes(code)),
  )
  if (allowed.some(({ code }) => code === named)) return named
  const params = { purpose: named, allowed: allowed.map(({ code }) => code).join(', ') || '-' }
  throw new AppError(403, 'access.purpose_not_held', { params })
}
