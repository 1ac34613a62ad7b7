import type { Client } from 'pg'
import { codeOf, StartFailure } from '../start-failure.ts'
import { OWNER } from './create-cluster.ts'
import { withClient } from './with-client.ts'

const NO_SUCH_DATABASE = '3D000'
const WRONG_PASSWORD = '28P01'

/** Makes sure that the embedded cluster holds our database; answers with the server's major version. */
export async function ensureDatabase(url: (database: string) => string, secretFile: string): Promise<number> {
  try {
    return await withClient(url(OWNER), serverVersion)
  } catch (error) {
    if (codeOf(error) === WRONG_PASSWORD)
      throw new StartFailure(
        `The password in ${secretFile} does not open the database of this data folder.`,
        'Put both back from the same backup.',
        error,
      )
    if (codeOf(error) !== NO_SUCH_DATABASE) throw error
  }
  await withClient(url('postgres'), (client) => client.query(`CREATE DATABASE ${OWNER}`))
  return await withClient(url(OWNER), serverVersion)
}

async function serverVersion(client: Client): Promise<number> {
  const { rows } = await client.query<{ version: number }>(
    "SELECT current_setting('server_version_num')::int / 10000 AS version",
  )
  return rows[0]?.version ?? 0
}
