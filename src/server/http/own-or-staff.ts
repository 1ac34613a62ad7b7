import { z } from 'zod'
import { type Context, isUuid, personById, requireDuty, requireFreshProof } from '#kernel'
import { AppError } from '#shared/app-error'
import type { Call } from './route.ts'

/** Whose devices or keys are meant; one's own if nobody is named. */
export const whose = z.strictObject({ user: z.uuid().optional() })

export function mayManage(ctx: Context, person: string | undefined): string {
  const own = ctx.actor.id ?? ''
  if (person && person !== own) requireDuty(ctx, 'accounts')
  return person ?? own
}

/** The colleague whose ways in somebody with the duty changes, after a proof of presence. */
export async function colleagueIn(ctx: Context, { id }: Call['params']): Promise<string> {
  requireDuty(ctx, 'accounts')
  requireFreshProof(ctx)
  const { db, registry } = ctx.kernel
  const person = isUuid(id) ? await personById(db, registry, id) : undefined
  if (!person) throw new AppError(404, 'request.not_found')
  return person.id
}
