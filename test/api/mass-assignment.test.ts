import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Context, type Database, isOffered, type ObjectType, openDatabase, sql, startSession } from '#kernel'
import { type ApiClient, type ApiHouse, clientOf, liveContract, openApiHouse } from '#test/as'
import { sampleInput } from '#test/sample-input'
import { modules } from '../../src/server/modules.ts'
import { standardOpenApi } from '../../src/server/openapi/standard-openapi.ts'
import { fixedOperations } from '../matrix/fixed-operations.ts'
import { aboutCustomer, parentsFirst } from '../matrix/world.ts'

/* What is not the caller's to write: no operation takes it, of no object, and the row in the database stays as it was. */

const document = standardOpenApi()
const objects = modules.flatMap((module) => module.objects ?? []).map(({ name }) => name)

/** Facts of answers that stand in no column, and columns that only some tables have. */
const wire = ['imported', 'can', 'titles', 'unresolved', 'masked', 'proposed', 'destroyed']
const guard = ['acl_read', 'acl_write', 'acl_work', 'acl_level', 'incomplete', 'search_text', 'search_latin']
const tricks = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'name"; drop table customer; --',
  '',
]
const values: readonly unknown[] = [1, 'x', true, [1], { 0: 1 }, '{1}', '01994a3e-7c1b-7d20-8f3a-5b6c7d8e9f01']
/** Words of a change itself. */
const ofChanges = ['version', 'reason', 'settle']

let house: ApiHouse
/** Sees every row, whoever holds it. */
let superuser: Database
let zhang: ApiClient
let wang: ApiClient
/** A record of each object. */
const ids = new Map<string, string>()
let one: string
let before: unknown
beforeAll(async () => {
  house = await openApiHouse()
  superuser = openDatabase(house.url, { max: 1, name: 'test superuser' })
  zhang = await house.client('zhang')
  wang = await house.client('wang')
  const ctx = house.as('zhang').asSystem('mass assignment')
  for (const type of parentsFirst(house)) {
    const input = { ...(await inputOf(type, ctx)), ...aboutCustomer(type, ids.get('customer')), ...writtenBy(type) }
    const records = ctx.recordsNamed(type.name)
    const { id } = await records.create(input)
    // With a past, for the way back to it.
    const secret = type.stored.filter(({ field }) => field.level > 1 && !field.readOnly)
    const patch = Object.fromEntries(secret.map(({ name, kind, field }) => [name, kind.example(field)]))
    if (secret.length) await records.update(id, patch, { version: 1 })
    ids.set(type.name, id)
  }
  one = `/api/customers/${(await wang.post('/api/customers', { name: '原样客户' })).body.id}`
  before = (await wang.get(one)).body
})
afterAll(async () => {
  await superuser.end()
  await house.close()
})

/** Who tries is who may write it. */
const writtenBy = ({ name }: ObjectType) => (name === 'appraisal' ? { manager: house.people.zhang.id } : {})

const inputOf = (type: ObjectType, ctx: Context = house.as('zhang')) =>
  sampleInput(ctx, type, type.parent ? { [type.parent.field]: ids.get(type.parent.object) } : {})

/** As it would come from elsewhere: JSON.stringify drops `__proto__`. */
const bodyOf = (key: string, value: unknown, rest: Readonly<Record<string, unknown>>) =>
  `{${[[key, value], ...Object.entries(rest)].map(([name, each]) => `${JSON.stringify(name)}:${JSON.stringify(each)}`)}}`

type Refusal = { status: number; code: string; params?: Record<string, unknown>; changed?: number }

async function send(client: ApiClient, method: string, path: string, body: string): Promise<Refusal> {
  const headers = { cookie: client.cookie, 'content-type': 'application/json' }
  const response = await fetch(house.server.address + path, { method, headers, body })
  return { ...Object(await response.json()), status: response.status }
}

type Row = { row: Record<string, unknown>; count: number }

/** The record as the database has it, and how many there are. */
async function rowOf({ name, table }: ObjectType): Promise<Row> {
  const from = sql.raw(`"${table}"`)
  const [found] = await superuser.rows<Row>(sql`
    select to_jsonb(t) as row, (select count(*) from ${from})::int as count
    from ${from} t where id = ${ids.get(name)}::uuid`)
  if (!found) throw new Error(`There is no ${name}`)
  return found
}

/** Every name that an answer or the table has, and the document's body has not. */
function foreignTo(type: ObjectType, { row }: Row): string[] {
  const schema = document.components.schemas[`${type.name.replace(/(?:^|_)(\w)/g, (_, at) => at.toUpperCase())}Fields`]
  const written = Object.keys(Object(schema?.properties))
  const isOurs = type.stored.every(({ field }) => field.readOnly)
  if (!isOurs) expect(written.length, type.name).toBeGreaterThan(0)
  const columns = Object.keys(row)
  const standard = [...type.fields.values()].flatMap(({ name, field }) => (field.custom ? [] : [name]))
  const camel = columns.map((column) => column.replace(/_(\w)/g, (_, at) => at.toUpperCase()))
  const names = [...columns, ...camel, ...standard, ...wire, ...guard, ...tricks]
  return [...new Set(names)].filter((name) => !written.includes(name))
}

describe('what belongs to the system', () => {
  it.each(objects)('cannot be written to %s, whatever value comes', { timeout: 600_000 }, async (name) => {
    const type = house.system().type(name)
    const path = `/api/${type.path}`
    const id = ids.get(name)
    const whole = await rowOf(type)
    const { version } = whole.row
    const input = isOffered(type, 'create') ? await inputOf(type) : {}
    const count = (await rowOf(type)).count
    const taken: string[] = []
    const tried = async (method: string, url: string, body: string) => {
      const { status, code, changed } = await send(zhang, method, url, body)
      const refused = status === 400 || status === 422 || changed === 0
      const known = ['request.unknown_field', 'request.invalid', 'field.read_only', undefined].includes(code)
      if (!refused || !known) taken.push(`${method} ${url} ${body.slice(0, 80)}: ${status} ${code}`)
    }
    for (const [at, key] of foreignTo(type, whole).entries())
      for (const value of process.env.LONG ? values : values.slice(at % values.length).slice(0, 1)) {
        if (isOffered(type, 'create')) await tried('POST', path, bodyOf(key, value, input))
        if (!isOffered(type, 'update')) continue
        if (!ofChanges.includes(key)) await tried('PATCH', `${path}/${id}`, bodyOf(key, value, { version }))
        const patch = bodyOf(key, value, {})
        await tried('POST', `${path}/bulk-changes`, `{"ids":["${id}"],"patch":${patch}}`)
        if (at % 10) continue
        await tried('POST', `${path}/bulk-changes`, bodyOf(key, value, { ids: [id], patch: {} }))
        await tried('POST', `${path}/bulk-deletions`, bodyOf(key, value, { ids: [id] }))
        await tried('POST', `${path}/${id}/reveals`, bodyOf(key, value, { field: 'name', reason: '核对' }))
        await tried('POST', `${path}/${id}/history/${id}/restoration`, bodyOf(key, value, { version }))
      }
    expect(taken).toEqual([])
    expect(await rowOf(type)).toEqual({ row: whole.row, count })
  })

  it.each(
    Object.entries(fixedOperations).flatMap(([operation, row]) =>
      typeof row === 'string' || !row[1] ? [] : [[operation, Object(row[1])] as const],
    ),
  )('nor is anything else taken by %s', async (operation, body) => {
    const [method = '', template = ''] = operation.split(' ')
    const path = template.replace('{id}', house.people.sun.id)
    for (const key of ['id', 'actor', 'createdBy', 'acl_read', ...tricks]) {
      if (key in body) continue
      const { status, code } = await send(zhang, method.toUpperCase(), path, bodyOf(key, 'x', body))
      expect(`${status} ${code}`, key).toBe('400 request.invalid')
    }
  })

  it('the table above has every write with a body that the document has', () => {
    const sent = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).flatMap(([method, operation]) =>
        operation.requestBody?.content['application/json'] ? [`${method} ${path}`] : [],
      ),
    )
    const ofRecords = objects.map((name) => `/api/${house.system().type(name).path}`)
    const fixed = sent.filter((each) => !ofRecords.some((path) => each.split(' ')[1]?.startsWith(path)))
    expect(fixed.filter((each) => typeof fixedOperations[each] === 'string' || !(each in fixedOperations))).toEqual([])
  })

  it('is a level above one’s own clearance, on every way', async () => {
    const level = async () => (await wang.get(one)).body.level
    const id = one.split('/').at(-1)
    const above = [
      await wang.patch(one, { level: '3', version: 1 }),
      await wang.post('/api/customers', { name: '夹带客户', level: '3' }),
    ]
    for (const { status, body } of above) expect(`${status} ${body.code}`).toBe('422 access.level_above')
    const { body } = await wang.post('/api/customers/bulk-changes', { ids: [id], patch: { level: '3' } })
    expect(body).toEqual({ changed: 0, proposed: 0, failed: [{ id, code: 'access.level_above' }] })
    expect(await level()).toBe('1')
  })

  it('is a number that another record bears, and the owner of a new record of somebody else', async () => {
    const { archiveNumber } = (await zhang.get(`/api/customers/${ids.get('customer')}`)).body
    const number = await wang.patch(one, { archiveNumber, version: 1 })
    expect(`${number.status} ${number.body.code}`).toBe('422 field.number_taken')
    const owned = await wang.post('/api/customers', { name: '夹带客户', owner: house.people.li.id })
    expect(owned.status).toBe(403)
    expect((await zhang.get('/api/customers?search=夹带')).body.total).toBe(0)
    expect((await wang.get(one)).body).toEqual(before)
  })
})

describe('a field that a role hides or shows alone', () => {
  const rules = ['hidden', 'read'] as const

  /** May do everything with every record; of fields in turn the one is hidden and the other only read. */
  async function openClerk(turn: number): Promise<{ client: ApiClient; rule(object: string, field: string): string }> {
    const fieldRights = [...house.kernel.registry.objects.values()].flatMap((type) =>
      [...type.fields.values()]
        // What stands in the words of the search, and the names of records, are hidden from nobody.
        .filter(({ field, sealed, name }) => (!field.search || sealed) && name !== type.definition.title)
        .filter(() => !type.definition.principal)
        .map(({ name }, at) => ({ object: type.name, field: name, access: rules[(at + turn) % 2] ?? 'read' })),
    )
    const areas = ['files', 'parts', 'work', 'custom', 'reference', 'house', 'personal'].map((area) => `area:${area}`)
    const grants = [{ objects: areas, rights: ['read', 'create', 'update', 'delete', 'reveal'], scope: 'all' }]
    const names = { nameZh: `半开${turn}`, nameEn: `Half open ${turn}` }
    const system = house.system()
    const rights = { clearance: '3', plain: '3', grants, fieldRights }
    const role = await system.recordsNamed('role').create({ ...names, ...rights })
    const login = `half${turn}`
    const person = await system.recordsNamed('user').create({ name: login, login, role: 'clerk' })
    const until = new Date(Date.now() + 86_400_000).toISOString()
    await system.recordsNamed('role_assignment').create({ user: person.id, role: role.id, until, grounds: '测试' })
    await house.kernel.reload()
    const { token } = await startSession(house.kernel.db, person.id, { ip: null, agent: 'test' })
    const contract = liveContract(house.kernel, house.server)
    return {
      client: clientOf(house.server.address, { contract, seen: house.seen, cookie: `dossier=${token}` }),
      rule: (object, field) =>
        fieldRights.find((each) => each.object === object && each.field === field)?.access ?? 'edit',
    }
  }

  it('is written by no change, no new record, no change of many and no way back', { timeout: 600_000 }, async () => {
    const entered = new Set<string>()
    const wrong: string[] = []
    for (const turn of [0, 1]) {
      const { client, rule } = await openClerk(turn)
      for (const name of objects) {
        const type = house.system().type(name)
        if (!isOffered(type, 'update')) continue
        const id = ids.get(name)
        const path = `/api/${type.path}`
        const whole = await rowOf(type)
        const changes = (await zhang.get(`${path}/${id}/history`)).body.items
        for (const { name: field, kind, field: definition } of type.stored) {
          const access = rule(name, field)
          if (access === 'edit') continue
          const expected = access === 'hidden' ? '400 request.unknown_field' : '422 field.read_only'
          const body = { [field]: kind.example(definition), version: whole.row.version }
          const change = await client.patch(`${path}/${id}`, body)
          if (change.status === 403 || change.status === 404) break
          entered.add(name)
          const { version: _, ...patch } = body
          const answers = [change]
          if (isOffered(type, 'create')) answers.push(await client.post(path, patch))
          for (const each of changes.filter((item: { field: string }) => item.field === field))
            answers.push(await client.post(`${path}/${id}/history/${each.id}/restoration`, { version: body.version }))
          for (const answer of answers)
            if (`${answer.status} ${answer.body.code}` !== expected)
              wrong.push(`${name}.${field} ${access}: ${answer.status} ${answer.body.code}`)
          const many = (await client.post(`${path}/bulk-changes`, { ids: [id], patch })).body
          if (many.changed !== 0) wrong.push(`${name}.${field} ${access}: changed among many`)
        }
        expect((await rowOf(type)).row, name).toEqual(whole.row)
      }
    }
    expect(wrong).toEqual([])
    expect([...entered]).toEqual(expect.arrayContaining(['customer', 'contact', 'follow_up', 'purchase', 'product']))
  })
})

it('none of this was an unexpected error on the server', () => {
  expect(house.server.errors).toEqual([])
})
