import { setTimeout as delay } from 'node:timers/promises'
import type { Registry } from '../object/registry.ts'
import { type Connection, openDatabase } from '../query/database.ts'
import { locks } from '../query/locks.ts'
import { readActual, statementsFor } from './diff.ts'
import { asOwner } from './migrate.ts'
import { applyGrants, type Rights } from './roles.ts'

const attempts = 5
const pauseMs = 200

/**
 * Brings the tables to definitions made at run time, as their owner. `before` the change commits: tables and columns;
 * `after` it: indexes on tables in use, which wait for open transactions, the change's own among them.
 * A lock that is not to be had within two seconds is given up and tried again, so that nobody waits behind a waiting change.
 */
export async function applyDefinitions(
  url: string,
  rights: Rights,
  { registry, when }: { registry: Registry; when: 'before' | 'after' },
): Promise<void> {
  const db = openDatabase(url, { max: 1, name: 'dossier schema' })
  const connection = await db.connect()
  try {
    await connection.text(
      `set lock_timeout = '2s'; set statement_timeout = 0; select pg_advisory_lock(${locks.definitions})`,
    )
    await asOwner(connection, rights, async () => {
      const actual = await readActual(connection)
      for (const statement of statementsFor(registry, actual)) {
        const indexed = /^create index "[^"]+" on "([^"]+)"/.exec(statement)?.[1]
        const late = indexed !== undefined && actual.columns.has(indexed)
        if (late && when === 'before') continue
        await patiently(connection, late ? beside(statement) : statement)
      }
      if (rights.separateRoles) await applyGrants(connection, rights)
    })
  } finally {
    connection.release(true)
    await db.end()
  }
}

/** Indexes on tables in use are built beside the work, without stopping it. */
function beside(statement: string): string {
  return statement.replace(/^create index /, 'create index concurrently if not exists ')
}

async function patiently(connection: Connection, statement: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await connection.text(statement)
      return
    } catch (error) {
      const locked = error instanceof Error && 'code' in error && error.code === '55P03'
      if (!locked || attempt === attempts) throw error
      await delay(pauseMs * attempt)
    }
  }
}
