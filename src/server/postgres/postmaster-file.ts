import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const STATUS_LINE = 7

/** What PostgreSQL's main process writes about itself into its data folder. */
export type PostmasterFile = { pid: number; ready: boolean }

export const postmasterFile = (cluster: string): string => join(cluster, 'postmaster.pid')

export function readPostmasterFile(cluster: string): PostmasterFile | undefined {
  try {
    const lines = readFileSync(postmasterFile(cluster), 'utf8').split('\n')
    return { pid: Number(lines[0]), ready: lines[STATUS_LINE]?.trim() === 'ready' }
  } catch {
    return undefined
  }
}
