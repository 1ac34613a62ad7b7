import { describe, expect, inject, it, onTestFinished } from 'vitest'
import { createDatabase } from '#test/postgres'
import { type DatabaseFacts, databaseProblem } from './database-facts.ts'
import { startDatabase } from './index.ts'
import { withClient } from './with-client.ts'

const open = (url: string) => startDatabase({ dataDir: '/nowhere', url, report: () => undefined })

const good: DatabaseFacts = {
  version: 15,
  name: 'crm',
  login: 'li',
  encoding: 'UTF8',
  ctype: 'C.UTF-8',
  knowsLetters: true,
  pinyinOrder: true,
}

/** A database with another encoding or locale on the server of this test run. */
async function databaseWith(clause: string): Promise<string> {
  const { url, run } = inject('testServer')
  const name = `${run}_external`
  await withClient(url, (client) => client.query(`CREATE DATABASE ${name} TEMPLATE template0 ${clause}`))
  onTestFinished(() => withClient(url, (client) => client.query(`DROP DATABASE ${name}`)).then(() => undefined))
  return url.replace(/[^/]+$/, name)
}

describe('an external database', () => {
  it('is used as it is when it can carry Chinese text', async () => {
    const { url, drop } = await createDatabase()
    onTestFinished(drop)
    const database = await open(url)
    expect(database).toMatchObject({ url, embedded: false })
    await database.stop()
    expect(await withClient(url, (client) => client.query('SELECT 1'))).toMatchObject({ rowCount: 1 })
  })

  it.each([
    ["ENCODING 'SQL_ASCII' LOCALE 'C'", 'is encoded in SQL_ASCII'],
    ["ENCODING 'UTF8' LOCALE 'C'", 'has the ctype C,'],
    ["ENCODING 'UTF8' LOCALE_PROVIDER icu ICU_LOCALE 'zh' LOCALE 'C'", 'has the ctype C,'],
  ])('made with %s is refused, with the command that makes a good one', async (clause, reason) => {
    const url = await databaseWith(clause)
    await expect(open(url)).rejects.toMatchObject({
      name: 'StartFailure',
      reason: expect.stringContaining(reason),
      fix: expect.stringMatching(/CREATE DATABASE .* ENCODING 'UTF8' LOCALE 'C.UTF-8'/),
    })
  })

  it('is refused when its server is too old, and not when it is 15', () => {
    expect(databaseProblem({ ...good, version: 14 })?.reason).toContain('is PostgreSQL 14')
    expect(databaseProblem(good)).toBeUndefined()
  })

  it('is refused when its letters are unknown or pinyin order is missing', () => {
    expect(databaseProblem({ ...good, knowsLetters: false })?.fix).toContain('OWNER "li"')
    expect(databaseProblem({ ...good, pinyinOrder: false })?.reason).toContain('without ICU')
  })

  it('that cannot be reached is named without its password', async () => {
    const { url } = inject('testServer')
    const nobodyThere = 'postgres://li:hunter2@127.0.0.1:1/crm'
    const failure = await open(nobodyThere).catch((error: Error) => error)
    expect(failure).toMatchObject({ reason: expect.stringContaining('nothing answers there') })
    expect(JSON.stringify(failure)).not.toContain('hunter2')
    await expect(open(url.replace(/[^/]+$/, 'missing'))).rejects.toMatchObject({
      reason: expect.stringContaining('no such database'),
    })
  })
})
