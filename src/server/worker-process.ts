import { join } from 'node:path'
import type { Rights } from '#kernel'
import { type ChildProcess, keepRunning, surroundings } from './child-process.ts'

/** What the server hands to the process that does long work, as JSON. */
export type WorkerSettings = { url: string; directUrl?: string; dataDir: string; keysDir?: string; rights: Rights }

/** The worker beside the server: it resumes its jobs whenever it starts. */
export function startWorker(settings: WorkerSettings, say: (line: string) => void): ChildProcess {
  const env = { ...surroundings(), DOSSIER_WORKER: JSON.stringify(settings) }
  // An import makes much that is soon gone; with room for it, little is copied before it is.
  const flags = ['--max-semi-space-size=64']
  return keepRunning({ name: 'the worker', file: join(import.meta.dirname, 'worker.ts'), env, flags }, say)
}
