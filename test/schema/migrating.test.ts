import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { dumpSchema, migrate, openDatabase, readActual, readMigrations, sql } from '#kernel'
import { migrations } from '#test/migrate-child'
import { createDatabase, type TestDatabase } from '#test/postgres'

const kills = process.env.LONG ? 20 : 3
const migrated = sql`select id from migration`
const made: TestDatabase[] = []
const folders: string[] = []
afterEach(async () => {
  for (const each of made.splice(0)) await each.drop()
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true })
})

async function empty(): Promise<string> {
  const database = await createDatabase()
  made.push(database)
  return database.url
}

async function withDatabase<T>(url: string, work: (db: ReturnType<typeof openDatabase>) => Promise<T>): Promise<T> {
  const db = openDatabase(url, { max: 1, name: 'migrating' })
  try {
    return await work(db)
  } finally {
    await db.end()
  }
}

const migrateAll = (url: string) => withDatabase(url, (db) => migrate(db, migrations))
const dump = (url: string) => withDatabase(url, dumpSchema)

/** A process of its own that migrates. */
function child(url: string): { ready: Promise<unknown>; ended: Promise<unknown>; kill(): void } {
  const script = join(import.meta.dirname, '../support/migrate-child.ts')
  const started = spawn(process.execPath, [script, url], { stdio: ['ignore', 'pipe', 'inherit'] })
  return {
    ready: once(started.stdout, 'data'),
    ended: once(started, 'exit'),
    kill: () => started.kill('SIGKILL'),
  }
}

/** Tables of each migration file are all there where the file is noted as done, and none where it is not. */
async function expectNothingHalf(url: string): Promise<number> {
  return withDatabase(url, async (db) => {
    const tables = new Set((await readActual(db)).columns.keys())
    const done = tables.has('migration') ? await db.rows<{ id: number }>(migrated) : []
    for (const { id, text, name } of await readMigrations(migrations)) {
      const its = [...text.matchAll(/^create table "?(\w+)"? \((?![^;]*partition by)/gm)].map(
        ([, table]) => table ?? '',
      )
      const there = its.filter((table) => tables.has(table))
      expect(there, name).toEqual(done.some((each) => each.id === id) ? its : [])
    }
    return done.length
  })
}

describe('a migration', () => {
  it(`that is killed at ${kills} random points leaves nothing half, and the next start completes it`, async () => {
    const whole = await empty()
    const first = child(whole)
    await first.ready
    const start = performance.now()
    await first.ended
    const took = performance.now() - start
    for (let round = 0; round < kills; round++) {
      const url = await empty()
      const { ready, ended, kill } = child(url)
      await ready
      // Spread over the whole time that it needs, so that some hit between two files and some inside one.
      setTimeout(kill, ((round + Math.random()) / kills) * took)
      await ended
      await expectNothingHalf(url)
      await migrateAll(url)
      expect(await expectNothingHalf(url)).toBe((await readMigrations(migrations)).length)
      expect(await dump(url)).toBe(await dump(whole))
    }
  }, 600_000)

  it('is made once when two start at the same time', async () => {
    const url = await empty()
    const { length } = await readMigrations(migrations)
    await Promise.all([migrateAll(url), migrateAll(url), migrateAll(url)])
    expect(await withDatabase(url, (db) => db.rows(migrated))).toHaveLength(length)
  })

  it('that was changed after it ran is refused, and so nothing after it runs', async () => {
    const url = await empty()
    await migrateAll(url)
    const folder = await copyOfMigrations()
    await writeFile(join(folder, '0001-kernel.sql'), '-- changed\n')
    await writeFile(join(folder, '9999-later.sql'), 'create table later (id int);\n')
    await expect(withDatabase(url, (db) => migrate(db, folder))).rejects.toThrow(
      '0001-kernel.sql was changed after it ran',
    )
    expect((await withDatabase(url, readActual)).columns.has('later')).toBe(false)
  })

  it('that fails half-way leaves nothing of itself', async () => {
    const url = await empty()
    const folder = await copyOfMigrations()
    await writeFile(join(folder, '9999-broken.sql'), 'create table broken (id int); select 1 / 0;\n')
    await expect(withDatabase(url, (db) => migrate(db, folder))).rejects.toThrow('9999-broken.sql failed')
    expect((await withDatabase(url, readActual)).columns.has('broken')).toBe(false)
    await migrateAll(url)
  })

  it.each(['zh', 'en'])(
    'takes what people were told so far as told in the language of the house: %s',
    async (language) => {
      const url = await empty()
      const folder = await copyOfMigrations()
      await rm(join(folder, '0032-consents.sql'))
      await withDatabase(url, async (db) => {
        await migrate(db, folder)
        const [purpose, customer] = [randomUUID(), randomUUID()]
        // The customer is of no concern here.
        await db.text('set session_replication_role = replica')
        await db.text(`insert into company (id, created_at, updated_at, language) values ('${randomUUID()}', now(), now(), '${language}');
        insert into purpose (id, created_at, updated_at, notice, notice_version) values ('${purpose}', now(), now(), 'told', 1);
        insert into consent (id, created_at, updated_at, acl_read, acl_write, customer_id, purpose_id, notice, notice_version)
          select gen_random_uuid(), now(), now(), '{}', '{}', '${customer}', '${purpose}', notice, version
          from (values ('told', 1), ('own words', null)) as given (notice, version)`)
      })
      await migrateAll(url)
      await withDatabase(url, async (db) => {
        const texts = await db.rows(sql`select notice_zh as zh, notice_en as en from purpose`)
        expect(texts).toEqual([{ zh: null, en: null, [language]: 'told' }])
        const given = await db.rows(sql`select notice, notice_language as language from consent order by notice`)
        expect(given).toEqual([
          { notice: 'own words', language: null },
          { notice: 'told', language },
        ])
      })
    },
  )
})

async function copyOfMigrations(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'dossier-migrations-'))
  folders.push(folder)
  await cp(migrations, folder, { recursive: true })
  return folder
}
