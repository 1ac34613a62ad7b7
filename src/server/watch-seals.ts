import { auditRow, type Kernel, makeContext, readSealStatus, systemActor } from '#kernel'

const everyMs = 20_000

export type SealWatch = {
  /** Looks now. */
  look(): Promise<void>
  stop(): void
}

/** Tells the terminal, and those who watch the trail, when its lines wait for a seal too long: once, until they are sealed again. */
export function watchSeals(kernel: Kernel, say: (line: string) => void, now = Date.now): SealWatch {
  let isLate = false
  const look = async (): Promise<void> => {
    const { state, lag, lastSeal } = await readSealStatus(kernel.db, now())
    const wasLate = isLate
    isLate = state === 'late'
    if (wasLate || !isLate) return
    say(`the trail is not sealed any more (last seal: ${lastSeal ?? 'none'}); see npx dossier doctor`)
    const ctx = makeContext({
      kernel,
      actor: systemActor,
      channel: 'job',
      systemReason: 'watch the seals of the trail',
    })
    const facts = { action: 'alarm', object: 'audit_event', result: 'failed', reason: 'audit.unsealed' } as const
    await kernel.audit.write(auditRow(ctx, { ...facts, detail: { seconds: lag } }))
  }
  // A database that is away is told elsewhere, and looked at again.
  const watch = setInterval(() => void look().catch(() => {}), everyMs).unref()
  return { look, stop: () => clearInterval(watch) }
}
