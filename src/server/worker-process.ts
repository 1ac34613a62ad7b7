import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Rights } from '#kernel'

/** What the server hands to the process that does long work, as JSON. */
export type WorkerSettings = { url: string; directUrl?: string; dataDir: string; rights: Rights }

const restartMs = 500
const patienceMs = 8_000

/** Keeps the worker running beside the server: a worker that dies is started again and resumes its jobs. */
export function startWorker(
  settings: WorkerSettings,
  say: (line: string) => void,
): { pid(): number | undefined; stop(): Promise<void> } {
  let stopping = false
  let child = launch()

  function launch() {
    const worker = fork(join(import.meta.dirname, 'worker.ts'), {
      env: { ...process.env, DOSSIER_WORKER: JSON.stringify(settings) },
      // An import makes much that is soon gone; with room for it, little is copied before it is.
      execArgv: [...process.execArgv, '--max-semi-space-size=64'],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      // A terminal's Ctrl-C reaches the whole group; the server decides when its worker stops.
      detached: true,
    })
    worker.once('exit', (code, signal) => {
      if (stopping) return
      say(`the worker ended (${signal ?? code}) and is started again`)
      setTimeout(() => {
        if (!stopping) child = launch()
      }, restartMs)
    })
    return worker
  }

  return {
    // Between its end and the next start there is none.
    pid: () => (child.exitCode === null && child.signalCode === null ? child.pid : undefined),
    stop: async () => {
      stopping = true
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      const late = setTimeout(() => child.kill('SIGKILL'), patienceMs)
      await ended
      clearTimeout(late)
    },
  }
}
