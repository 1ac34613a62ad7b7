import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { OWNER } from './create-cluster.ts'
import { withClient } from './with-client.ts'

/** The embedded database of a data folder while a server works with it; undefined where none runs. */
export async function runningUrl(dataDir: string): Promise<string | undefined> {
  const read = (name: string): Promise<string> => readFile(join(dataDir, name), 'utf8').catch(() => '')
  const [port, secret] = await Promise.all([read('postgres.port'), read('postgres.secret')])
  if (!port || !secret) return undefined
  const url = `postgres://${OWNER}:${secret}@127.0.0.1:${port.trim()}/${OWNER}`
  return withClient(url, async () => url).catch(() => undefined)
}
