import type { Context } from '../context.ts'
import { cancelJobsOf } from '../jobs/cancel-jobs.ts'
import { endLinksOf } from './account-links.ts'
import { endApiKeysOf } from './api-keys.ts'
import { endSessionsOf } from './sessions.ts'

/** Takes every way in from a person and stops what runs in their name, in the transaction of the caller. */
export async function revokeAccess(ctx: Context, person: string): Promise<void> {
  await endSessionsOf(ctx.db, person)
  await endApiKeysOf(ctx.db, person)
  await endLinksOf(ctx.db, person)
  await cancelJobsOf(ctx, person)
}
