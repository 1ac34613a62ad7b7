import { AppError } from '#shared/app-error'
import type { Context } from '../context.ts'

/**
 * Rights that are not about records. `trail`: read and prove the log; `keys`: rotate and inspect; `roles`: who may what; `appoint`: name the officers; `exports`: sign what
 * others export. */
export const duties = ['trail', 'keys', 'roles', 'appoint', 'accounts', 'settings', 'backup', 'exports'] as const
export type Duty = (typeof duties)[number]

/** Refuses whoever does not have the duty; deny by default. */
export function requireDuty(ctx: Context, duty: Duty): void {
  if (!ctx.systemReason && !ctx.actor.duties.includes(duty)) throw new AppError(403, 'access.forbidden')
}
