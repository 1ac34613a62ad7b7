import { randomUUID } from 'node:crypto'
import {
  ensurePartitions,
  isDatabaseAway,
  type Kernel,
  makeContext,
  openDatabase,
  ownerUrl,
  removeExpired,
  sweep,
  systemActor,
} from '#kernel'
import type { WorkerSettings } from './worker-process.ts'

/** Once a day, and at every start: next months' partitions, what has ended by itself, and each module's own upkeep. */
export async function maintain(kernel: Kernel, { url, directUrl, rights }: WorkerSettings): Promise<void> {
  const owner = openDatabase(ownerUrl(directUrl ?? url, rights), { max: 1, name: 'dossier upkeep' })
  try {
    await ensurePartitions(owner, new Date())
    await removeExpired(owner, new Date(), randomUUID())
  } finally {
    await owner.end()
  }
  await sweep(kernel)
  const ctx = makeContext({ kernel, actor: systemActor, channel: 'job', systemReason: 'daily upkeep' })
  const failures: unknown[] = []
  for (const module of kernel.modules)
    await module.maintain?.(ctx).catch((error: unknown) => {
      // What one module cannot do by now, such as counting what takes too long, keeps the others from nothing.
      if (isDatabaseAway(error)) throw error
      failures.push(error)
    })
  if (failures.length) throw failures[0]
}

/** Every few minutes: what follows from the clock. */
export async function tick(kernel: Kernel): Promise<void> {
  const ctx = makeContext({ kernel, actor: systemActor, channel: 'job', systemReason: 'clock' })
  for (const module of kernel.modules) if (!kernel.registry.off.has(module.name)) await module.tick?.(ctx)
}
