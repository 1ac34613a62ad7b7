import { run } from 'graphile-worker'
import { enqueue, makeContext, ownerUrl, runJob, systemActor, unfinishedJobs } from '#kernel'
import { modules } from './modules.ts'
import { closeKernel, openKernel } from './open-kernel.ts'

/** The process that does long work; started and restarted by the server, which hands over its settings as JSON. */
export type WorkerSettings = {
  url: string
  directUrl?: string
  dataDir: string
  rights: { superuser: boolean; separateRoles: boolean }
}

const settings: WorkerSettings = JSON.parse(process.env.DOSSIER_WORKER ?? '{}')
const kernel = await openKernel({ ...settings, modules, connections: 4 })
const jobs = modules.flatMap((module) => module.jobs ?? [])

const runner = await run({
  connectionString: ownerUrl(settings.directUrl ?? settings.url, settings.rights),
  concurrency: 2,
  noHandleSignals: true,
  taskList: {
    job: async (payload) => {
      // The queue holds nothing but ids.
      await runJob(kernel, jobs, (payload as { id: string }).id)
    },
  },
})

// What a killed worker left behind goes on from its last whole step.
const ctx = makeContext({ kernel, actor: systemActor, channel: 'job', systemReason: 'resume jobs' })
for (const id of await unfinishedJobs(ctx)) await enqueue(ctx, id)

let stopping: Promise<void> | undefined
const stop = (): Promise<void> => {
  stopping ??= runner.stop().then(() => closeKernel(kernel))
  return stopping
}
for (const signal of ['SIGINT', 'SIGTERM', 'disconnect'] as const)
  process.once(signal, () => void stop().then(() => process.exit(0)))
