import pg from 'pg'
import { sql } from '#kernel'
import type { House } from './house.ts'

export type RawConnection = {
  rows<R extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<R[]>
  /** Row-level security sees the keys from here on; `undefined` = as a connection that nobody prepared. */
  setKeys(keys: readonly number[] | undefined): Promise<void>
  end(): Promise<void>
}

/**
 * SQL by hand, past the application, as the role that the application has; row-level security alone stands in the way.
 * With `everything` as the login that owns the database, every row in sight;
 * with `role` as another one.
 */
export async function rawConnection(
  house: House,
  options: { everything?: boolean; role?: string } = {},
): Promise<RawConnection> {
  const client = new pg.Client({ connectionString: house.url })
  await client.connect()
  const [role] = await house.kernel.db.rows<{ role: string }>(sql`select current_user as role`)
  await client.query(
    options.everything ? `set app.keys = '{1}'; set app.clearance = '3'` : `set role ${options.role ?? role?.role}`,
  )
  return {
    rows: async <R extends pg.QueryResultRow>(text: string, values?: unknown[]) =>
      (await client.query<R>(text, values)).rows,
    setKeys: async (keys) => {
      await client.query(keys ? `set app.keys = '{${keys.join(',')}}'; set app.clearance = '3'` : 'reset app.keys')
    },
    end: () => client.end(),
  }
}
