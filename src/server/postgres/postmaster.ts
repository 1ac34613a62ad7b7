import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, statSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { program } from './binaries.ts'
import type { Place } from './placement.ts'
import { readPostmasterFile } from './postmaster-file.ts'
import { asArguments, SERVER_SETTINGS } from './settings.ts'

/** The main process of a PostgreSQL that accepts connections. */
export type Postmaster = {
  /** When it has ended, for whatever reason; says how. */
  ended: Promise<string>
  stop(): Promise<void>
}

/** PostgreSQL ended before it was ready; `output` is what it wrote into its log. */
export class EndedEarly extends Error {
  readonly output: string

  constructor(output: string) {
    super('PostgreSQL ended before it was ready.')
    this.output = output
  }
}

export type PostmasterOptions = { place: Place; port: number; log: string; settings?: Record<string, string> }

const FAST_MS = 10_000

/** Starts PostgreSQL and resolves when it accepts connections; recovery after a crash may take its time. */
export async function startPostmaster(options: PostmasterOptions): Promise<Postmaster> {
  const logged = statSync(options.log, { throwIfNoEntry: false })?.size ?? 0
  const child = spawnServer(options)
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('exit', (code, signal) => resolve(signal ? `signal ${signal}` : `exit code ${code}`))
  })
  // Whatever way the application ends by itself, the database ends with it.
  const onExit = () => child.kill('SIGINT')
  process.once('exit', onExit)
  ended.then(() => process.off('exit', onExit))
  const giveUp = new AbortController()
  const early = ended.then((how) => {
    giveUp.abort()
    throw new EndedEarly(readFileSync(options.log, 'utf8').slice(logged) || how)
  })
  await Promise.race([untilReady(options.place.cluster, child, giveUp.signal), early])
  return { ended, stop: () => stopServer(child, ended) }
}

function spawnServer({ place, port, log, settings }: PostmasterOptions): ChildProcess {
  // A file, not a pipe: the server must be able to write on when the application is killed.
  const output = openSync(log, 'a', 0o600)
  try {
    const args = asArguments({ ...SERVER_SETTINGS, ...settings, port: String(port) })
    return spawn(program(place.binaries, 'postgres'), ['-D', place.cluster, ...args], {
      cwd: place.cluster,
      env: { PATH: process.env.PATH, LC_ALL: 'C' },
      stdio: ['ignore', output, output],
      // Its own process group, or Ctrl-C would stop the database before the application is done with it.
      detached: true,
      uid: place.user?.uid,
      gid: place.user?.gid,
    })
  } finally {
    closeSync(output)
  }
}

async function untilReady(cluster: string, child: ChildProcess, giveUp: AbortSignal): Promise<void> {
  for (;;) {
    const file = readPostmasterFile(cluster)
    if (file?.ready && file.pid === child.pid) return
    if (giveUp.aborted) return
    await pause(20)
  }
}

async function stopServer(child: ChildProcess, ended: Promise<string>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGINT')
  const impatient = setTimeout(() => child.kill('SIGQUIT'), FAST_MS)
  await ended
  clearTimeout(impatient)
}
