import { runJob, unfinishedJobs } from '#kernel'
import type { House } from '#test/house'
import { modules } from '../../src/server/modules.ts'

const jobs = modules.flatMap((module) => module.jobs ?? [])

/** Does what waits in the queue, in this process and at once. */
export async function runJobs(house: Pick<House, 'kernel' | 'system'>): Promise<void> {
  for (const id of await unfinishedJobs(house.system())) await runJob(house.kernel, jobs, id)
}
