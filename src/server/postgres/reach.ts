import { realpath } from 'node:fs/promises'
import { startEmbedded } from './embedded.ts'
import { clusterName } from './placement.ts'
import { runningUrl } from './running-url.ts'

export type ReachedDatabase = { url: string; cluster: string; stop(): Promise<void> }

/** The embedded database of a data folder: the one that runs, or started for the while. */
export async function reachEmbedded(dataDir: string, report: (line: string) => void): Promise<ReachedDatabase> {
  const running = await runningUrl(dataDir)
  if (running) return { url: running, cluster: await realpath(clusterName(dataDir)), stop: async () => {} }
  const { url, stop } = await startEmbedded({ dataDir, report })
  return { url, cluster: await realpath(clusterName(dataDir)), stop }
}
