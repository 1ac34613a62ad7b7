/** A PostgreSQL that is ready for the application. */
export type RunningDatabase = {
  /** Connection string of the login that owns the database. */
  url: string
  /** Whether it was started here, and so ends with `stop`. */
  embedded: boolean
  /** Major version: 15, 18. */
  version: number
  stop(): Promise<void>
}
