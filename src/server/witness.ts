import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendCheckpoint } from '#kernel'
import { surroundings } from './child-process.ts'

/** Hands a checkpoint to a second place, where whoever bends the database does not reach it. */
type Witness = (note: string) => Promise<void>

const patienceMs = 20_000

/**
 * The append-only folder always; beside it a command that reads the note, such as `logger -t dossier-trail` for syslog or one
 * that sends it to another machine. What cannot be reached is told and does not stop the sealing.
 */
export function openWitnesses(folder: string, command?: string): Witness {
  const all: [string, Witness][] = [[folder, (note) => appendCheckpoint(folder, note)]]
  if (command) all.push([command, (note) => runWith(command, note)])
  return async (note) => {
    for (const [name, publish] of all)
      await publish(note).catch((error: unknown) =>
        console.error(`dossier sealer: the checkpoint did not reach ${name}.`, error),
      )
  }
}

async function runWith(command: string, note: string): Promise<void> {
  const child = spawn('/bin/sh', ['-c', command], {
    env: surroundings(),
    stdio: ['pipe', 'ignore', 'inherit'],
    timeout: patienceMs,
  })
  const ended = once(child, 'exit')
  child.stdin.on('error', () => {})
  child.stdin.end(note)
  const [code] = await ended
  if (code !== 0) throw new Error(`it ended with ${code}`)
}
