import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ObjectType, sql } from '#kernel'
import { type ApiClient, type ApiHouse, openApiHouse } from '#test/as'
import { operatorsOf } from '../../src/kernel/query/parse-filter.ts'
import type { OpenApiOperation } from '../../src/server/openapi/document.ts'
import { standardOpenApi } from '../../src/server/openapi/standard-openapi.ts'
import { sqlPayloads } from './sql-payloads.ts'

/* Whatever a query says, it is a value: no answer fails by it, none waits for it, no row changes. */

const objects = ['customer', 'contact', 'follow_up'] as const
const document = standardOpenApi()
/** Less than what sleeps if it runs. */
const soonMs = 4_000
const atOnce = 6
const patienceMs = process.env.LONG ? 180_000 : 30_000

let house: ApiHouse
let zhang: ApiClient
let record: string
let before: unknown
beforeAll(async () => {
  house = await openApiHouse()
  zhang = await house.client('zhang')
  record = (await zhang.post('/api/customers', { name: '北方机械', phone: '13910391039' })).body.id
  await zhang.post('/api/contacts', { customer: record, name: '王先生' })
  before = await rows()
})
afterAll(() => house.close())

async function rows(): Promise<unknown> {
  const tables = ['customer', 'contact', 'tag', 'credential', 'role', '"user"'].map(
    (table) =>
      sql`select md5(coalesce(string_agg(t::text, '' order by t::text), '')) as hash from ${sql.raw(table)} as t`,
  )
  return house.system().transaction(async (tx) => {
    const hashes: unknown[] = []
    for (const table of tables) hashes.push(...(await tx.db.rows(table)))
    return hashes
  })
}

/** Every address is meant to be refused or answered, soon, and by nothing that nobody expected. */
async function send(addresses: readonly string[]): Promise<Map<number, number>> {
  const statuses = new Map<number, number>()
  const left = [...addresses]
  const work = async (): Promise<void> => {
    for (let address = left.pop(); address !== undefined; address = left.pop()) {
      const begun = performance.now()
      const { status, body } = await zhang.get(address)
      expect(status, `${address} ${JSON.stringify(body).slice(0, 200)}`).toBeLessThan(500)
      expect(performance.now() - begun, address).toBeLessThan(soonMs)
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return statuses
}

let turn = 0
/** All under LONG; else a share of them for each place, so that together the places meet all. */
function payloads(share: number): readonly string[] {
  if (process.env.LONG) return sqlPayloads
  const from = turn++
  return sqlPayloads.filter((_, index) => index % share === from % share)
}

/** As a browser writes it: what is no text at all cannot be sent. */
const written = (text: string): string => encodeURIComponent(text.toWellFormed())
const withWhere = (path: string, where: unknown): string => `${path}?where=${written(JSON.stringify(where))}`
const typeOf = (name: string): ObjectType => house.kernel.registry.objects.get(name) ?? expect.fail(name)
const pathOf = (name: string): string => `/api/${typeOf(name).path}`

describe('words of SQL in a query', { timeout: patienceMs }, () => {
  it('that the document names are values', async () => {
    const paths = new Set([...objects.map(pathOf), ...fixedPaths()])
    const addresses = Object.entries(document.paths).flatMap(([path, { get }]) => {
      const owner = `/api/${path.split('/')[2]}`
      if (!get || !paths.has(owner)) return []
      const known = path.replace(/\{\w+\}/g, record)
      return [
        ...queryOf(get).flatMap((parameter) => payloads(8).map((text) => `${known}?${parameter}=${written(text)}`)),
        ...(path.includes('{') ? payloads(8).map((text) => path.replace(/\{\w+\}/g, written(text))) : []),
      ]
    })
    expect(addresses.length).toBeGreaterThan(400)
    const statuses = await send(addresses)
    expect(statuses.get(200), JSON.stringify([...statuses])).toBeGreaterThan(50)
    expect(statuses.get(429) ?? 0).toBe(0)
  })

  it.each(objects)('in each field and operator of a filter of %s are values', async (name) => {
    const type = typeOf(name)
    const path = pathOf(name)
    const addresses = [...type.fields.values()].flatMap((bound) =>
      operatorsOf(bound).flatMap((operator) =>
        payloads(24).flatMap((text) => [
          withWhere(path, { [bound.name]: { [operator]: text } }),
          withWhere(path, { [bound.name]: { [operator]: [text, text] } }),
        ]),
      ),
    )
    const system = ['id', 'createdAt', 'createdBy', 'version'].flatMap((field) =>
      payloads(6).map((text) => withWhere(path, { [field]: text })),
    )
    const keys = payloads(2).flatMap((text) => [
      withWhere(path, { [text]: 1 }),
      withWhere(path, { name: { [text]: 1 } }),
      withWhere(path, { not: { [text]: {} } }),
    ])
    const statuses = await send([...addresses, ...system, ...keys])
    expect(statuses.get(200)).toBeGreaterThan(10)
    expect(statuses.get(400)).toBeGreaterThan(10)
  })

  it.each(objects)('in the order, the groups, the columns and the place of a list of %s are refused', async (name) => {
    const path = pathOf(name)
    const cursor = (values: readonly unknown[]): string => Buffer.from(JSON.stringify(values)).toString('base64url')
    const addresses = payloads(3).flatMap((text) => [
      `${path}?sort=${written(`${text}x`)}`,
      `${path}?sort=createdAt,-${written(text)}y`,
      `${path}?fields=${written(`${text}x`)}`,
      `${path}/groups?by=${written(text)}`,
      `${path}/groups?by=createdAt&sum=${written(`${text}x`)}`,
      `${path}?sort=createdAt&after=${cursor([text, text])}`,
      `${path}?sort=createdAt&after=${cursor(['2026-01-01T00:00:00.000Z', text])}`,
      `${path}?after=${written(text)}x`,
    ])
    const statuses = await send(addresses)
    expect([...statuses.keys()]).toEqual([400])
  })

  it('have changed no row, and the server met nothing that it did not expect', async () => {
    expect(await rows()).toEqual(before)
    expect(house.server.errors).toEqual([])
  })
})

/** Addresses that belong to no object: each has a handler of its own, where all objects share one. */
function fixedPaths(): string[] {
  const own = new Set([...house.kernel.registry.objects.values()].map(({ path }) => path))
  const first = Object.keys(document.paths).map((path) => path.split('/')[2] ?? '')
  return first.filter((each) => !own.has(each)).map((each) => `/api/${each}`)
}

function queryOf(operation: OpenApiOperation): string[] {
  return operation.parameters.flatMap((each) => {
    const parameter = '$ref' in each ? document.components.parameters[each.$ref.split('/').at(-1) ?? ''] : each
    return parameter?.in === 'query' ? [parameter.name] : []
  })
}
