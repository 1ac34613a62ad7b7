import { join } from 'node:path'
import { migrate, openDatabase } from '#kernel'

export const migrations = join(import.meta.dirname, '../../db/migrations')

/** A start of its own that brings a database up to date, for tests that kill it meanwhile. */
if (import.meta.main) {
  const db = openDatabase(process.argv[2] ?? '', { max: 1, name: 'migrate-child' })
  console.log('ready')
  await migrate(db, migrations)
  await db.end()
}
