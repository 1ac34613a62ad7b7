import { randomBytes } from 'node:crypto'
import type { Database } from '../query/database.ts'
import { sql } from '../query/sql.ts'
import { mastersFit, oneAtATime } from './first-keys.ts'
import { checkOf, readIndexKeys, secretOf } from './index-keys.ts'
import { keyFileIn, readKeyFile, replaceKeyFile, voidSheets } from './key-file.ts'
import { KeyProblem } from './key-problem.ts'

/**
 * For a key file that opens everything but lacks an index key, as one that older recovery sheets made: another takes its place.
 * What stands under the lost one is not found until an exchange has written every hash anew, which needs the values alone.
 */
export async function replaceLostIndexKey(db: Database, folder: string): Promise<void> {
  await oneAtATime(db, async (connection) => {
    const read = await readKeyFile(folder)
    const path = keyFileIn(folder)
    if (!read || !(await mastersFit(connection, read)))
      throw new KeyProblem(`The key file ${path} does not open this database.`, 'Put back the one that does.')
    const lost = (await readIndexKeys(connection)).filter((row) => !secretOf(read, row))
    if (!lost.length) throw new KeyProblem(`The key file ${path} lacks no index key.`, 'Start without --lost.')
    const secret = randomBytes(32)
    await replaceKeyFile(folder, { ...read, index: [secret, ...read.index], ...voidSheets })
    await connection.text('begin')
    try {
      await connection.rows(sql`
        update index_key set retired_at = coalesce(retired_at, now()), emptied_at = case when used_from is null or id = any(${lost.map(({ id }) => id)}::integer[]) then now() end
        where emptied_at is null`)
      await connection.rows(
        sql`insert into index_key (keyed_check, used_from) values (${checkOf(secret, read.house)}, now())`,
      )
      await connection.text('commit')
    } catch (error) {
      await connection.text('rollback')
      throw error
    }
  })
}
