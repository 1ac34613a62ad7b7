import { startEmbedded } from './embedded.ts'
import { connectExternal } from './external.ts'
import type { RunningDatabase } from './running-database.ts'

export type { RunningDatabase } from './running-database.ts'

export type DatabaseOptions = {
  /** Where the embedded PostgreSQL keeps its files. */
  dataDir: string
  /** An external PostgreSQL; absent: the embedded one. */
  url?: string
  /** Takes lines of progress for the terminal. */
  report: (line: string) => void
  /** Server settings of the embedded one beside our own, such as `fsync: 'off'` for tests. */
  settings?: Record<string, string>
}

/** Makes a PostgreSQL ready, embedded or external. What stands in the way is a StartFailure: reason and fix. */
export function startDatabase(options: DatabaseOptions): Promise<RunningDatabase> {
  return options.url ? connectExternal(options.url) : startEmbedded(options)
}
