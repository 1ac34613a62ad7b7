import { Logger, run } from 'graphile-worker'
import { enqueue, isDatabaseAway, makeContext, ownerUrl, runJob, systemActor, unfinishedJobs } from '#kernel'
import { followChanges } from './follow-changes.ts'
import { maintain, tick } from './maintain.ts'
import { modules } from './modules.ts'
import { closeKernel, openKernel } from './open-kernel.ts'
import type { WorkerSettings } from './worker-process.ts'

const settings: WorkerSettings = JSON.parse(process.env.DOSSIER_WORKER ?? '{}')
const patienceMs = 8_000
const closings: (() => Promise<void>)[] = []
let stopping: Promise<void> | undefined

async function closeAll(): Promise<void> {
  // What a start that is not through has opened meanwhile is closed as well.
  for (let close = closings.pop(); close; close = closings.pop()) await close()
}

function stop(): Promise<void> {
  // Without a database there is no end to wait for, and where the server was killed nobody else ends this process.
  setTimeout(() => process.exit(1), patienceMs).unref()
  stopping ??= closeAll()
  return stopping
}

// Before anything is opened: a server that dies while its worker starts must not leave it behind.
for (const signal of ['SIGINT', 'SIGTERM', 'disconnect'] as const)
  process.once(signal, () => void stop().then(() => process.exit(0)))

// For each of the jobs at work its step and what the step does side by side, and some for the look of the clock.
const jobsAtOnce = 2
const connections = 12

async function work(): Promise<void> {
  const kernel = await openKernel({ ...settings, modules, connections })
  closings.push(() => closeKernel(kernel))
  // What the start still does ends on open connections.
  closings.push(() => working)
  const jobs = modules.flatMap((module) => module.jobs ?? [])

  const runner = await run({
    connectionString: ownerUrl(settings.directUrl ?? settings.url, settings.rights),
    concurrency: jobsAtOnce,
    noHandleSignals: true,
    crontab: '0 3 * * * maintain\n*/5 * * * * tick',
    logger: new Logger(() => (level, message) => {
      if (level === 'error' || level === 'warning') console.error(`dossier worker: ${message}`)
    }),
    taskList: {
      maintain: () => maintain(kernel, settings),
      tick: () => tick(kernel),
      job: async (payload) => {
        // The queue holds nothing but ids.
        await runJob(kernel, jobs, (payload as { id: string }).id)
      },
    },
  })
  closings.push(() => runner.stop())
  if (stopping) return
  const following = followChanges(kernel)
  closings.push(() => following.stop())

  // What a killed worker left behind goes on from its last whole step, beside the upkeep: that may take minutes.
  const ctx = makeContext({ kernel, actor: systemActor, channel: 'job', systemReason: 'resume jobs' })
  for (const id of await unfinishedJobs(ctx)) await enqueue(ctx, id)
  if (stopping) return

  await maintain(kernel, settings).catch((error: unknown) => {
    if (isDatabaseAway(error)) throw error
    // The night tries again; to start anew would take the jobs from their work for nothing.
    console.error('dossier worker: upkeep:', error)
  })
}

const working = work().catch((error: unknown) => {
  // The server starts this process again until it can work.
  console.error('dossier worker:', isDatabaseAway(error) ? 'the database does not answer' : error)
  process.exit(1)
})
