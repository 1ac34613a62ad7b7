import { appendFile, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Whose keys have been destroyed, beside the key file: outside the database and its backups, so that a backup from before
 * a destruction cannot undo it.
 */
export async function readShredLog(folder: string): Promise<string[]> {
  const text = await readFile(logIn(folder), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  // A line that a kill cut off is in the database's ledger and is written again.
  return text.split('\n').flatMap((line) => (/^[0-9a-f-]{36} /.test(line) ? [line.slice(0, 36)] : []))
}

export async function appendShredLog(folder: string, owners: readonly string[]): Promise<void> {
  if (!owners.length) return
  const at = new Date().toISOString()
  await appendFile(logIn(folder), owners.map((owner) => `\n${owner} ${at}`).join(''), { mode: 0o600, flush: true })
}

function logIn(folder: string): string {
  return join(folder, 'destroyed.log')
}
