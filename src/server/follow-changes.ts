import { isDatabaseAway, type Kernel, type Module, makeContext, systemActor } from '#kernel'

/** How long records must have rested, and how long at most nobody waits for that, in milliseconds. */
type Pace = { quietMs: number; longestMs: number }

const usualPace: Pace = { quietMs: 3_000, longestMs: 30_000 }

export type Following = { stop(): Promise<void> }

/** Has each module follow what was written, in one go for what came together: a list that is imported is not met row by row. */
export function followChanges(kernel: Kernel, pace = usualPace): Following {
  const followed = kernel.modules.flatMap((module) =>
    module.soon ? [followBy(kernel, { ...module, soon: module.soon }, pace)] : [],
  )
  return { stop: async () => void (await Promise.all(followed.map((one) => one.stop()))) }
}

type Follower = Module & Required<Pick<Module, 'soon'>>

function followBy(kernel: Kernel, { name, soon }: Follower, { quietMs, longestMs }: Pace): Following {
  let since: number | undefined
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()
  const run = (): void => {
    since = undefined
    const ctx = makeContext({ kernel, actor: systemActor, channel: 'job', systemReason: 'follow changes' })
    running = running
      .then(() => soon.run(ctx))
      .catch((error: unknown) => {
        // The clock follows what could not be followed here.
        if (!isDatabaseAway(error)) console.error(`dossier worker: ${name}:`, error)
      })
  }
  const unsubscribe = kernel.feed.subscribe(({ object }) => {
    if (kernel.registry.off.has(name) || !soon.heeds(kernel.registry, object)) return
    since ??= Date.now()
    clearTimeout(timer)
    timer = setTimeout(run, Math.min(quietMs, Math.max(0, since + longestMs - Date.now())))
  })
  return {
    stop: () => {
      unsubscribe()
      clearTimeout(timer)
      return running
    },
  }
}
