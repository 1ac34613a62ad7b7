import { appendFile, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Checkpoint, parseCheckpoints } from './checkpoint.ts'

/** Where the trail's own files are: the keys, and the second place that keeps checkpoints. */
export type TrailPlaces = { keys: string; checkpoints: string }

const named = /^trail-\d{4}-\d{2}\.txt$/

/** Adds a checkpoint to the month's file; the folder may be on another disk, and its files append-only (chattr +a). */
export async function appendCheckpoint(folder: string, note: string): Promise<void> {
  await appendFile(join(folder, `trail-${new Date().toISOString().slice(0, 7)}.txt`), `${note}\n`, { mode: 0o644 })
}

/** Every checkpoint that a folder keeps, in the order of time. */
export async function readCheckpoints(folder: string): Promise<Checkpoint[]> {
  const files = await checkpointFiles(folder)
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')))
  return texts.flatMap(parseCheckpoints)
}

export async function lastCheckpoint(folder: string): Promise<Checkpoint | undefined> {
  const file = (await checkpointFiles(folder)).at(-1)
  return file === undefined ? undefined : parseCheckpoints(await readFile(join(folder, file), 'utf8')).at(-1)
}

async function checkpointFiles(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => [])
  return names.filter((name) => named.test(name)).sort()
}
