import { type ForkOptions, fork } from 'node:child_process'
import { once } from 'node:events'

export type ChildProcess = { pid(): number | undefined; stop(): Promise<void> }

type ChildSettings = {
  name: string
  file: string
  env: NodeJS.ProcessEnv
  /** For its Node. */
  flags?: readonly string[]
  /** Another user of the system that it runs as. */
  user?: { uid: number; gid: number }
  /** Silent for longer than this, it is held for stuck, ended and started again. */
  silentMs?: number
}

const restartMs = 500
const patienceMs = 8_000

/** What surrounds the server, but its own settings: they hold passwords, and its children are handed what they need. */
export function surroundings(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(DOSSIER|DATABASE)_/.test(name)))
}

/** Keeps a process running beside the server: one that dies is started again and goes on where it stood. */
export function keepRunning(settings: ChildSettings, say: (line: string) => void): ChildProcess {
  let stopping = false
  let child = launch()

  function launch() {
    const options: ForkOptions = {
      env: settings.env,
      execArgv: [...process.execArgv, ...(settings.flags ?? [])],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      // A terminal's Ctrl-C reaches the whole group; the server decides when its children stop.
      detached: true,
    }
    const started = fork(settings.file, settings.user ? { ...options, ...settings.user } : options)
    const watch = settings.silentMs ? setInterval(() => endStuck(), settings.silentMs / 4) : undefined
    let heard = Date.now()
    started.on('message', () => {
      heard = Date.now()
    })
    const endStuck = (): void => {
      if (Date.now() - heard <= (settings.silentMs ?? 0)) return
      say(`${settings.name} does not move and is ended`)
      started.kill('SIGKILL')
    }
    started.once('error', (error) => say(`${settings.name} could not be started: ${error.message}`))
    started.once('exit', (code, signal) => {
      clearInterval(watch)
      if (stopping) return
      say(`${settings.name} ended (${signal ?? code}) and is started again`)
      setTimeout(() => {
        if (!stopping) child = launch()
      }, restartMs)
    })
    return started
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
