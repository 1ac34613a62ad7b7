import { readFile, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { clusterUrl } from './cluster-url.ts'
import { clusterName } from './placement.ts'
import { withClient } from './with-client.ts'

/** The embedded database of a data folder while a server works with it; undefined where none runs. */
export async function runningUrl(dataDir: string): Promise<string | undefined> {
  const read = (name: string): Promise<string> => readFile(join(dataDir, name), 'utf8').catch(() => '')
  const [port, password] = await Promise.all([read('postgres.port'), read('postgres.secret')])
  if (!port || !password) return undefined
  const cluster = await realpath(clusterName(dataDir)).catch(() => '')
  const url = clusterUrl({ cluster, port: port.trim(), password })
  // Another's server may have taken the port since.
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ folder: string }>(`select current_setting('data_directory') as folder`)
    return rows[0]?.folder === cluster ? url : undefined
  }).catch(() => undefined)
}
