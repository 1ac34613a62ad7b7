import type { Client } from 'pg'
import { StartFailure } from '../start-failure.ts'

const OLDEST_VERSION = 15

/** What of a database decides whether Chinese text can be searched and sorted in it. */
export type DatabaseFacts = {
  version: number
  name: string
  login: string
  encoding: string
  ctype: string
  /** Whether it knows letters beyond ASCII: lower case of Ä, and 客 as part of a word. */
  knowsLetters: boolean
  /** Whether pinyin order is there. */
  pinyinOrder: boolean
}

export async function readFacts(client: Client): Promise<DatabaseFacts> {
  const { rows } = await client.query<Omit<DatabaseFacts, 'knowsLetters'>>(`
    SELECT current_setting('server_version_num')::int / 10000 AS version,
      datname AS name, current_user AS login, pg_encoding_to_char(encoding) AS encoding, datctype AS ctype,
      EXISTS (SELECT FROM pg_collation WHERE collname = 'zh-x-icu') AS "pinyinOrder"
    FROM pg_database WHERE datname = current_database()`)
  const [facts] = rows
  if (!facts) throw new Error('PostgreSQL does not name the current database.')
  return { ...facts, knowsLetters: facts.encoding === 'UTF8' && (await knowsLetters(client)) }
}

/** The reason why Dossier cannot work on such a database, with its fix. */
export function databaseProblem(facts: DatabaseFacts): StartFailure | undefined {
  const { version, name, encoding, ctype } = facts
  if (version < OLDEST_VERSION)
    return new StartFailure(
      `The server of DATABASE_URL is PostgreSQL ${version}; Dossier needs ${OLDEST_VERSION} or newer.`,
      'Upgrade it, or unset DATABASE_URL to use the embedded PostgreSQL.',
    )
  if (encoding !== 'UTF8')
    return new StartFailure(
      `The database "${name}" is encoded in ${encoding}, which cannot hold every Chinese character.`,
      newDatabase(facts),
    )
  if (/^(C|POSIX)$/i.test(ctype) || !facts.knowsLetters)
    return new StartFailure(
      `The database "${name}" has the ctype ${ctype}, under which Chinese text cannot be searched.`,
      newDatabase(facts),
    )
  if (facts.pinyinOrder) return undefined
  return new StartFailure(
    'The server of DATABASE_URL was built without ICU, which sorts Chinese names by pinyin.',
    'Use a build with ICU (the packages of Debian, Ubuntu, Red Hat and postgresql.org have it).',
  )
}

async function knowsLetters(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ known: boolean }>(String.raw`SELECT lower('Ä') = 'ä' AND '客' ~ '\w' AS known`)
  return rows[0]?.known ?? false
}

function newDatabase({ name, login }: DatabaseFacts): string {
  return (
    `Create another and name it in DATABASE_URL: CREATE DATABASE ${name}_utf8 OWNER "${login}" ` +
    "TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8';"
  )
}
