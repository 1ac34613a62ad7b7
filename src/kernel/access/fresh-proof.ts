import { AppError } from '#shared/app-error'
import type { Context } from '../context.ts'

const freshMs = 5 * 60_000

/** Refuses a sensitive act whose actor has not just proved to be there; pages ask for the proof and try again. */
export function requireFreshProof(ctx: Context): void {
  if (ctx.systemReason) return
  const { provenAt } = ctx.actor
  if (!provenAt || ctx.now().getTime() - Date.parse(provenAt) > freshMs)
    throw new AppError(403, 'access.proof_needed', { params: { minutes: freshMs / 60_000 } })
}
