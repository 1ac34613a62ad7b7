import { randomUUID } from 'node:crypto'
import {
  ensurePartitions,
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
  for (const module of kernel.modules) await module.maintain?.(ctx)
}

/** Every few minutes: what follows from the clock. */
export async function tick(kernel: Kernel): Promise<void> {
  const ctx = makeContext({ kernel, actor: systemActor, channel: 'job', systemReason: 'clock' })
  for (const module of kernel.modules) if (!kernel.registry.off.has(module.name)) await module.tick?.(ctx)
}

const pulseMs = 2_000

/** Every few seconds, never twice at once: the little that follows what was just written. Answers with how it ends. */
export function keepPulse(kernel: Kernel, failed: (error: unknown) => void): () => Promise<void> {
  let isEnding = false
  let timer: NodeJS.Timeout | undefined
  let beat = Promise.resolve()
  const next = (): void => {
    if (isEnding) return
    timer = setTimeout(() => {
      beat = pulse(kernel).catch(failed).finally(next)
    }, pulseMs)
  }
  next()
  return async () => {
    isEnding = true
    clearTimeout(timer)
    await beat
  }
}

async function pulse(kernel: Kernel): Promise<void> {
  const ctx = makeContext({ kernel, actor: systemActor, channel: 'job', systemReason: 'upkeep: pulse' })
  for (const module of kernel.modules) if (!kernel.registry.off.has(module.name)) await module.pulse?.(ctx)
}
