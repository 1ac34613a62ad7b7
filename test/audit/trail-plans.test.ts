import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { makeContext, openDatabase, readTrail, type Sql, sql } from '#kernel'
import { type House, openHouse } from '#test/house'
import { type RawConnection, rawConnection } from '#test/raw-connection'
import { readRowsInOrder } from '../../src/kernel/audit/ordered-rows.ts'

const rows = 100_000

let house: House
let owner: RawConnection
beforeAll(async () => {
  house = await openHouse()
  owner = await rawConnection(house, { everything: true })
  await owner.rows(`
    insert into audit_event (at, actor, channel, action, object, record, owner, records, reason, result, ip, body)
    select now() - n * interval '1 second', md5('actor' || n % 200)::uuid, 'page', (array['read', 'list', 'update', 'export'])[case when n % 1000 = 0 then 4 else 1 + n % 3 end],
      'customer', md5('record' || n % 20000)::uuid, md5('record' || n % 20000)::uuid, case when n % 10 = 0 then array[md5('record' || n % 7919)::uuid] end,
      case when n % 500 = 0 then 'because of ' || n end, case when n % 300 = 0 then 'refused' else 'done' end, '10.0.' || n % 250 || '.1', '{}'
    from generate_series(1, ${rows}) as n`)
  await owner.rows('vacuum analyze audit_event')
})
afterAll(async () => {
  await owner.end()
  await house.close()
})

/** The plan of the log's own statement. */
async function planOf(query: Parameters<typeof readTrail>[1]): Promise<{ plan: string; found: number }> {
  const statements: Sql[] = []
  const { db } = house.kernel
  const watched = {
    ...db,
    rows: <R extends Record<string, unknown>>(statement: Sql) => {
      statements.push(statement)
      return db.rows<R>(statement)
    },
  }
  const kernel = { ...house.kernel, db: watched }
  const ctx = makeContext({ kernel, actor: house.as('zhang').actor, channel: 'api' })
  const { items } = await readTrail(ctx, query)
  const [statement = sql``] = statements
  const plan = await db.rows<{ 'QUERY PLAN': string }>(sql`explain ${statement}`)
  return { plan: plan.map((row) => row['QUERY PLAN']).join('\n'), found: items.length }
}

const uuidOf = async (text: string): Promise<string> =>
  (await owner.rows<{ id: string }>(`select md5($1)::uuid as id`, [text]))[0]?.id ?? ''

describe('at 100,000 lines the log', () => {
  it.each<[string, () => Promise<Parameters<typeof readTrail>[1]>]>([
    ['newest first', async () => ({})],
    ['of a person', async () => ({ actor: await uuidOf('actor7') })],
    ['of a record', async () => ({ record: await uuidOf('record100') })],
    ['of a file', async () => ({ file: await uuidOf('record100') })],
    ['of a rare act', async () => ({ action: ['export'] })],
    ['of refusals', async () => ({ result: 'refused' })],
    ['of an address', async () => ({ ip: '10.0.7.1' })],
    ['with words in the reason', async () => ({ reason: 'because of 9500' })],
    ['of an hour', async () => ({ from: new Date(Date.now() - 3_600_000).toISOString() })],
  ])('%s reads an index and not the table', async (_, query) => {
    const { plan, found } = await planOf(await query())
    expect(found).toBeGreaterThan(0)
    const scanned = [...plan.matchAll(/Seq Scan on (audit_event_\w+)/g)].map(([, name]) => name)
    const filled = await owner.rows<{ name: string }>(
      `select distinct tableoid::regclass::text as name from audit_event`,
    )
    for (const { name } of filled) expect(scanned, plan).not.toContain(name)
  })
})

it('walks through them by the index of the seals, and sorts no page', async () => {
  const statements: Sql[] = []
  const db = openDatabase(house.url, { max: 2, name: 'verify', inOrder: true })
  onTestFinished(() => db.end())
  const watched = {
    ...db,
    tuples: (statement: Sql) => {
      statements.push(statement)
      return db.tuples(statement)
    },
  }
  for await (const _ of readRowsInOrder(watched)) if (statements.length === 3) break
  expect(statements).toHaveLength(3)
  for (const statement of statements) {
    const plan = await db.rows<{ 'QUERY PLAN': string }>(sql`explain ${statement}`)
    const text = plan.map((row) => row['QUERY PLAN']).join('\n')
    expect(text).toContain('Merge Append')
    expect(text).not.toMatch(/\bSort\b(?! Key)/)
  }
})
