import { randomBytes } from 'node:crypto'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { StartFailure } from '../start-failure.ts'

/** The password of the embedded cluster: made with it, kept in a file that only its owner reads. */
export async function databaseSecret(file: string, clusterExists: boolean): Promise<string> {
  const kept = await readFile(file, 'utf8').catch(() => '')
  if (kept) return kept
  if (clusterExists)
    throw new StartFailure(
      `The database of this data folder is locked: its password file ${file} is gone or unreadable.`,
      'Put the file back from a backup, or start as the user who owns it.',
    )
  const secret = randomBytes(24).toString('base64url')
  await writeFile(`${file}.making`, secret, { mode: 0o600 })
  await rename(`${file}.making`, file)
  return secret
}
