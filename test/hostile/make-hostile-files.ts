import { mkdir, open, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { HostileFile } from './hostile-file.ts'
import { hostileStrangers } from './hostile-strangers.ts'
import { hostileTexts } from './hostile-texts.ts'
import { hostileWorkbooks } from './hostile-workbooks.ts'
import { hostileZips } from './hostile-zips.ts'

export const hostileFiles: readonly HostileFile[] = [
  ...hostileTexts,
  ...hostileStrangers,
  ...hostileZips,
  ...hostileWorkbooks,
]

/** Writes one of them and tells where it is. */
export async function makeHostileFile(folder: string, { name, make, size }: HostileFile): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, make())
  if (size === undefined) return path
  const handle = await open(path, 'r+')
  await handle.truncate(size).finally(() => handle.close())
  return path
}

if (import.meta.main) {
  const folder = process.argv[2] ?? 'hostile-files'
  await mkdir(folder, { recursive: true })
  for (const hostile of hostileFiles) await makeHostileFile(folder, hostile)
}
