import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { sql, startJob, unfinishedJobs } from '#kernel'
import { type ApiClient, type ApiHouse, clientOf, openApiHouse } from '#test/as'
import { runJobs } from '#test/run-jobs'
import { sampleInput } from '#test/sample-input'
import { modules } from '../../src/server/modules.ts'
import { closeKernel, openKernel } from '../../src/server/open-kernel.ts'
import { type Caller, callers, openCallers } from '../matrix/people.ts'
import { recordOperations } from '../matrix/record-operations.ts'

const optional = modules.filter((module) => module.optional)

let house: ApiHouse
let head: ApiClient
const clients = new Map<Caller, ApiClient>()
beforeAll(async () => {
  house = await openApiHouse()
  const people = await openCallers(house)
  // What is off is not in the document either, so that there is nothing to hold these answers to.
  const contract = {
    check: (answer: { method: string; url: string; status: number }) => ({ ...answer, path: answer.url }),
  }
  for (const caller of callers) {
    if (caller === 'nobody') continue
    const { cookie } = await people.client(caller)
    clients.set(caller, clientOf(house.server.address, { contract, seen: [], cookie }))
  }
  head = await house.client('zhang')
})
afterAll(() => house.close())

/** Turns the switch of a module, by the one that is there or by a new one. */
async function turn(module: string, active: boolean): Promise<{ status: number; body: Record<string, unknown> }> {
  const where = encodeURIComponent(JSON.stringify({ module }))
  const [known] = (await head.get(`/api/module-switches?where=${where}&sort=-createdAt`)).body.items
  const answer = known
    ? await head.patch(`/api/module-switches/${known.id}`, { active, version: known.version })
    : await head.post('/api/module-switches', { module, active })
  await house.kernel.reload()
  return answer
}

/** Every column of every record, as it stands. */
async function contentOf(objects: readonly string[]): Promise<unknown[]> {
  const rows: unknown[] = []
  for (const object of objects) {
    const { table } = house.system().type(object)
    rows.push(await house.kernel.db.rows(sql`select to_jsonb(t) as row from ${sql.raw(`"${table}"`)} t order by id`))
  }
  return rows
}

describe.each(optional.map((module) => module.name))('%s', (name) => {
  const module = optional.find((one) => one.name === name)
  const objects = (module?.objects ?? []).map((object) => object.name)

  it('is gone for everybody while it is off, and back as it was', async () => {
    const ids = new Map<string, string>()
    for (const object of objects) {
      const system = house.as('zhang').asSystem('test')
      const type = house.system().type(object)
      const file = type.parent
        ? {
            [type.parent.field]:
              ids.get(type.parent.object) ?? (await head.post('/api/customers', { name: '吴山书局' })).body.id,
          }
        : {}
      const input = await sampleInput(house.as('zhang'), type, file)
      ids.set(object, (await system.recordsNamed(object).create(input)).id)
    }
    const before = await contentOf(objects)
    const read = async (): Promise<unknown[]> => {
      const answers = objects.map((object) => head.get(`/api/${house.system().type(object).path}/${ids.get(object)}`))
      return (await Promise.all(answers)).map(({ status }) => status)
    }
    const seenBefore = await read()
    expect((await turn(name, false)).status).toBeLessThan(300)
    for (const [caller, client] of clients) {
      for (const object of objects) {
        const { path } = house.system().type(object)
        const live = ids.get(object) ?? ''
        const target = { live, deleted: live, change: live, by: 'createdAt', secret: 'name' }
        for (const [operation, { call }] of Object.entries(recordOperations)) {
          const { status, body } = await call(client, `/api/${path}`, target)
          expect([status, body.code], `${caller}: ${operation} of ${object}`).toEqual([404, 'module.off'])
        }
      }
      for (const route of house.server.routes.filter((each) => each.module === name)) {
        const url = route.url.replace(':id', '01994a3e-7c1b-7d20-8f3a-5b6c7d8e9f01')
        const answer = route.method === 'GET' ? await client.get(url) : await client.post(url, {})
        expect([answer.status, answer.body.code], `${caller}: ${route.url}`).toEqual([404, 'module.off'])
      }
      const { modules: on, objects: told } = (await client.get('/api/definitions')).body
      expect(on).not.toContain(name)
      const names = told.map((object: { name: string }) => object.name)
      expect(names.filter((each: string) => objects.includes(each))).toEqual([])
      for (const { fields } of told)
        for (const { options } of fields) expect(objects, JSON.stringify(options)).not.toContain(options.object)
    }
    expect((await turn(name, true)).status).toBe(200)
    expect(await contentOf(objects)).toEqual(before)
    expect(await read()).toEqual(seenBefore)
  })
})

describe('a module that is off', () => {
  it('leaves the file without what was added up of it, in answers, filters and the timeline', async () => {
    const { id } = (await head.post('/api/customers', { name: '临江造纸' })).body
    await head.post('/api/purchases', { customer: id, amount: { amount: 120_00, currency: 'CNY' }, summary: '纸浆' })
    const sum =
      house
        .system()
        .type('customer')
        .stored.find(({ field }) => field.rollup?.object === 'purchase')?.name ?? ''
    const ask = (): Promise<{ status: number }> =>
      head.get(`/api/customers/groups?by=tier&where=${encodeURIComponent(JSON.stringify({ [sum]: { empty: false } }))}`)
    const [value, asked] = [(await head.get(`/api/customers/${id}`)).body[sum], (await ask()).status]
    expect([value ?? null, asked]).toEqual([expect.anything(), 200])
    await turn('sales', false)
    const file = (await head.get(`/api/customers/${id}`)).body
    expect(file[sum] ?? null).toBeNull()
    expect((await ask()).status).toBe(400)
    const { items } = (await head.get(`/api/customers/${id}/timeline`)).body
    expect(items.filter((item: { object?: string }) => item.object === 'purchase')).toEqual([])
    // The house itself looks after what rests: it goes with its file and comes back with it.
    await head.delete(`/api/customers/${id}`)
    await head.post(`/api/customers/${id}/restoration`)
    await turn('sales', true)
    expect((await head.get(`/api/customers/${id}`)).body[sum]).toEqual(value)
  })

  it('does no work, and goes on with it when it is back', async () => {
    const grounds = { object: 'customer', grounds: '对账', rows: 0, level: 1, columns: ['name'], number: 'DC-1' }
    const made = { ...grounds, requester: house.people.zhang.id }
    const { id } = await house.system().recordsNamed('export').create(made)
    const job = await house.as('zhang').transaction((tx) => startJob(tx, 'export', { export: id }))
    await turn('export', false)
    await runJobs(house)
    expect(await unfinishedJobs(house.system())).toContain(job)
    expect(await stateOf(job)).toBe('queued')
    await turn('export', true)
    await runJobs(house)
    expect(await stateOf(job)).not.toBe('queued')
  })

  async function stateOf(job: string): Promise<string | undefined> {
    const [row] = await house.kernel.db.rows<{ state: string }>(sql`select state from job where id = ${job}::uuid`)
    return row?.state
  }
})

describe('the switch', () => {
  it('refuses what the house stands on, and says so', async () => {
    for (const { name } of modules.filter((module) => !module.optional)) {
      const { status, body } = await turn(name, false)
      expect([status, body.code], name).toEqual([422, 'module.basis'])
    }
    expect((await turn('made_up', false)).body.code).toBe('module.unknown')
  })

  it('is told in history and trail, and put back from there', async () => {
    await turn('labels', true)
    await turn('labels', false)
    const [known] = (await head.get('/api/module-switches?search=labels&sort=-createdAt')).body.items
    const own = (
      await head.get(`/api/module-switches?where=${encodeURIComponent(JSON.stringify({ module: 'labels' }))}`)
    ).body.items[0]
    expect(known ?? own).toMatchObject({ module: 'labels', active: false })
    const one = `/api/module-switches/${own.id}`
    const [change] = (await head.get(`${one}/history`)).body.items
    expect(change).toMatchObject({ field: 'active', before: true, after: false })
    const back = await head.post(`${one}/history/${change.id}/restoration`, { version: own.version })
    expect(back.body).toMatchObject({ active: true })
    const lines = (await head.get(`/api/audit-events?object=module_switch&record=${own.id}`)).body.items
    expect(lines.map(({ action }: { action: string }) => action)).toContain('update')
  })

  it('is seen by the other processes of the house', async () => {
    const { url, dataDir, rights } = house
    const other = await openKernel({ url, dataDir, rights, modules, connections: 2 })
    onTestFinished(() => closeKernel(other))
    const offThere = (): string[] => [...other.registry.off.keys()]
    expect(offThere()).toEqual([])
    await turn('wishes', false)
    await expect.poll(offThere).toEqual(['wishes'])
    await turn('wishes', true)
    await expect.poll(offThere).toEqual([])
  })

  it('tells before what goes: how many records, which fields and which charts', async () => {
    const charts = [{ id: 'a', title: '金额', object: 'purchase', form: 'number', width: 'half' }]
    await head.post('/api/dashboards', { name: '销售', charts })
    await head.post('/api/saved-views', { name: '大单', object: 'purchase', settings: {} })
    const { status, body } = await head.post('/api/module-previews', { module: 'sales' })
    expect(status).toBe(200)
    expect(body.objects.map(({ label }: { label: { en: string } }) => label.en)).toEqual(['Purchase', 'Product'])
    expect(body.objects[0].records).toBeGreaterThan(0)
    expect(body.fields.length).toBeGreaterThanOrEqual(3)
    expect(body.pointing.map(({ count }: { count: number }) => count)).toEqual([1, 1])
    const items = (await head.get('/api/modules')).body.items
    expect(items.filter(({ gone }: { gone: unknown }) => gone)).toHaveLength(optional.length)
    expect((await head.post('/api/module-previews', { module: 'staff' })).status).toBe(404)
  })
})
