import { z } from 'zod'
import { type Context, requireDuty } from '#kernel'

/** Whose devices or keys are meant; one's own if nobody is named. */
export const whose = z.strictObject({ user: z.uuid().optional() })

export function mayManage(ctx: Context, person: string | undefined): string {
  const own = ctx.actor.id ?? ''
  if (person && person !== own) requireDuty(ctx, 'accounts')
  return person ?? own
}
