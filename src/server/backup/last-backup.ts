import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

export function lastBackupFile(dataDir: string): string {
  return join(dataDir, 'last-backup.json')
}

const oldestHours = 26
const hourMs = 3_600_000

/** When the last backup was made, and whether that is too long ago; undefined = never. */
export async function lastBackup(
  dataDir: string,
  now = new Date(),
): Promise<{ at: string; late: boolean } | undefined> {
  const text = await readFile(lastBackupFile(dataDir), 'utf8').catch(() => undefined)
  if (!text) return undefined
  const { at }: { at: string } = JSON.parse(text)
  return { at, late: now.getTime() - Date.parse(at) > oldestHours * hourMs }
}
