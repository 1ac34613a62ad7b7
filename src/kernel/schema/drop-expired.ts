import { snakeCase } from '#shared/names'
import { type Database, openDatabase } from '../query/database.ts'
import { quote } from './desired.ts'
import { asOwner } from './migrate.ts'
import type { Rights } from './roles.ts'

/** A field that was removed for good: its column goes, and the data with it. */
export async function dropColumns(
  url: string,
  rights: Rights,
  columns: readonly { table: string; field: string }[],
): Promise<void> {
  const db: Database = openDatabase(url, { max: 1, name: 'dossier schema' })
  const connection = await db.connect()
  try {
    await connection.text(`set lock_timeout = '2s'`)
    await asOwner(connection, rights, async () => {
      for (const { table, field } of columns) {
        await connection.text(
          `alter table ${quote(table)} drop column if exists ${quote(`x_${snakeCase(field)}`)} cascade`,
        )
      }
    })
  } finally {
    connection.release(true)
    await db.end()
  }
}
