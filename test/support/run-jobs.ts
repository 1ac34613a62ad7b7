import { runJob, sql, startIndexRotation, unfinishedJobs } from '#kernel'
import type { House } from '#test/house'
import { modules } from '../../src/server/modules.ts'

const jobs = modules.flatMap((module) => module.jobs ?? [])

/** Does what waits in the queue, in this process and at once. */
export async function runJobs(house: Pick<House, 'kernel' | 'system'>): Promise<void> {
  for (const id of await unfinishedJobs(house.system())) await runJob(house.kernel, jobs, id)
}

/** Begins an exchange of the index key, up to where everybody has had the time to hear of the new one. */
export async function announceIndexKey(house: Pick<House, 'kernel' | 'system'>): Promise<void> {
  await startIndexRotation(house.system())
  await runJobs(house)
  await house.kernel.db.rows(
    sql`update index_key set created_at = created_at - interval '1 minute' where used_from is null`,
  )
}
