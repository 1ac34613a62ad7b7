import { readFile, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { Client } from 'pg'
import { OWNER } from './create-cluster.ts'
import { startEmbedded } from './embedded.ts'
import { clusterName } from './placement.ts'

export type ReachedDatabase = { url: string; cluster: string; stop(): Promise<void> }

/** The embedded database of a data folder: the one that runs, or started for the while. */
export async function reachEmbedded(dataDir: string, report: (line: string) => void): Promise<ReachedDatabase> {
  const running = await runningUrl(dataDir)
  if (running) return { url: running, cluster: await realpath(clusterName(dataDir)), stop: async () => {} }
  const { url, stop } = await startEmbedded({ dataDir, report })
  return { url, cluster: await realpath(clusterName(dataDir)), stop }
}

async function runningUrl(dataDir: string): Promise<string | undefined> {
  const port = await readFile(join(dataDir, 'postgres.port'), 'utf8').catch(() => '')
  const secret = await readFile(join(dataDir, 'postgres.secret'), 'utf8').catch(() => '')
  if (!port || !secret) return undefined
  const url = `postgres://${OWNER}:${secret}@127.0.0.1:${port}/${OWNER}`
  const client = new Client({ connectionString: url })
  try {
    await client.connect()
    const { rows } = await client.query<{ folder: string }>(`select current_setting('data_directory') as folder`)
    // Another's server may have taken the port since.
    return rows[0]?.folder === (await realpath(clusterName(dataDir))) ? url : undefined
  } catch {
    return undefined
  } finally {
    await client.end().catch(() => {})
  }
}
