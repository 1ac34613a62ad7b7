import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { kinds } from '#field-types'
import { buildRegistry, dumpSchema, migrate, openDatabase, readActual, readMigrations, statementsFor } from '#kernel'
import { modules } from '../server/modules.ts'
import { withTemporaryDatabase } from './temporary-database.ts'

const folder = join(import.meta.dirname, '../../db/migrations')
const schemaFile = join(import.meta.dirname, '../../db/schema.sql')

/** `npm run migrate:make -- name`: writes the SQL that takes the committed migrations to today's definitions, for review. */
const name = process.argv[2] ?? 'definitions'
if (!/^[a-z0-9-]+$/.test(name))
  throw new Error('Name the migration in small letters and dashes: npm run migrate:make -- add-contact-birthday')

await withTemporaryDatabase(async (url) => {
  const db = openDatabase(url, { max: 1, name: 'dossier migrate-make' })
  await migrate(db, folder)
  const statements = statementsFor(buildRegistry(modules, kinds), await readActual(db))
  if (statements.length) {
    const last = (await readMigrations(folder)).at(-1)?.id ?? 0
    const file = `${String(last + 1).padStart(4, '0')}-${name}.sql`
    await writeFile(join(folder, file), `${statements.join(';\n\n')};\n`)
    console.log(`wrote db/migrations/${file}: review it, then commit it`)
    await migrate(db, folder)
  } else console.log('definitions and migrations agree: nothing to write')
  await writeFile(schemaFile, await dumpSchema(db))
  await db.end()
})
