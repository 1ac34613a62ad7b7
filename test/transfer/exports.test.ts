import { readFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import {
  type Context,
  decide,
  insertImport,
  openFile,
  readSettings,
  runJob,
  showProposal,
  sql,
  startJob,
  storeFile,
  takeMade,
} from '#kernel'
import { setExportBound } from '#test/export-bound'
import { type House, openHouse } from '#test/house'
import { queueImport } from '#test/import-csv'
import { runJobs } from '#test/run-jobs'
import { actAs } from '#test/standing-actor'
import { cancelExport, fetchExport, traceExport } from '../../src/modules/exports/index.ts'
import { partId } from '../../src/modules/exports/parts.ts'
import { modules } from '../../src/server/modules.ts'

let house: House
const as = (login: string, options?: { proven: boolean }): Promise<Context> => actAs(house, login, options)
const head = (): Promise<Context> => as('zhang')

type Asked = { columns?: string[]; where?: Record<string, unknown>; format?: string; purpose?: string }

async function ask(ctx: Context, { columns = ['name'], where, format = 'csv', purpose }: Asked = {}) {
  return ctx.recordsNamed('export').create({
    object: 'customer',
    format,
    columns,
    selection: where ? { where } : undefined,
    grounds: '对账',
    purpose,
  })
}

async function sign(ctx: Context, proposal: string): Promise<void> {
  const { hash } = await showProposal(ctx, proposal)
  await decide(ctx, proposal, { verdict: 'approve', hash })
}

async function bytesOf(content: AsyncIterable<Buffer>): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of content) pieces.push(piece)
  return Buffer.concat(pieces)
}

const textOf = async (ctx: Context, id: string): Promise<string> =>
  (await bytesOf((await fetchExport(ctx, id)).content)).toString('utf8')

const stateOf = async (id: string): Promise<unknown> => (await house.system().recordsNamed('export').get(id)).state

/** Some customers of somebody, told apart by their source. */
async function make(count: number, name: string, values: Record<string, unknown> = {}): Promise<void> {
  const owner = house.people.chen.id
  const inputs = Array.from({ length: count }, (_, at) => ({
    input: { name: `${name}${at}`, type: 'company', owner, ...values },
  }))
  await house.system().recordsNamed('customer').createMany(inputs)
}

beforeAll(async () => {
  house = await openHouse()
  await house.system().recordsNamed('company').create({ name: '示例公司' })
  await make(10, '甲', { shortName: 'few', phone: '+86 138 0013 8000' })
  await make(260, '乙', { shortName: 'many' })
  await make(1, '丙', { shortName: 'secret', level: '3' })
})
afterAll(() => house.close())

const few = { shortName: 'few' }
const many = { shortName: 'many' }

describe('who signs an export', () => {
  it('is nobody for a few plain records, and the trail has each page of them', async () => {
    const chen = await as('chen')
    const { id, proposed, rows, approval } = await ask(chen, { where: few })
    expect({ proposed, rows, approval }).toEqual({ proposed: undefined, rows: 10, approval: 'none' })
    await runJobs(house)
    expect(await stateOf(id)).toBe('ready')
    const lines = await house.kernel.db.rows<{ records: string[] | null; fields: string[]; body: string }>(
      sql`select records, fields, body from audit_event where action = 'export' and actor = ${house.people.chen.id}::uuid order by id`,
    )
    expect(lines.map(({ records, fields }) => [records?.length ?? 0, fields])).toEqual([
      [10, ['name']],
      [0, ['name']],
    ])
    expect(lines[1]?.body).toContain('"ids":"')
    const text = await textOf(chen, id)
    expect(text.split('\r\n')).toHaveLength(12)
    expect(text).toContain('甲9')
  })

  const l3 = { columns: ['name', 'secretRemarks'] }
  const cases: [string, string, Asked, string][] = [
    ['zhang', 'a few plain records', { where: few }, 'none'],
    ['zhang', 'many plain records', { where: many }, 'alone'],
    ['zhang', 'a column of level 2', { where: few, columns: ['name', 'phone'] }, 'alone'],
    ['zhang', 'a record of level 3', { where: { shortName: 'secret' } }, 'alone'],
    ['chen', 'a few plain records', { where: few }, 'none'],
    ['chen', 'many plain records', { where: many }, 'proposed'],
    ['chen', 'a column of level 2', { where: few, columns: ['name', 'phone'] }, 'proposed'],
    ['chen', 'a column of level 3', { where: few, ...l3 }, 'proposed'],
    ['wang', 'a few plain records', { where: few }, '403'],
    ['wang', 'many plain records', { where: many }, '403'],
    ['wang', 'a column of level 2', { where: few, columns: ['name', 'phone'] }, '403'],
    ['wang', 'a column of level 3', { where: few, ...l3 }, '403'],
  ]
  it.each(cases)('%s, %s', async (login, _what, asked, outcome) => {
    const answer = await ask(await as(login), asked).catch((error: { status: number }) => error)
    if ('status' in answer) return expect(String(answer.status)).toBe(outcome)
    expect(answer.proposed ? 'proposed' : answer.approval).toBe(outcome)
  })

  it('marks what the head made alone in the trail', async () => {
    const [line] = await house.kernel.db.rows<{ body: string }>(
      sql`select body from audit_event where object = 'export' and action = 'create' and actor = ${house.people.zhang.id}::uuid order by id desc limit 1`,
    )
    expect(line?.body).toContain('"alone":true')
  })

  it('wants a fresh proof for level 3, of who asks and of who signs', async () => {
    const asked = { where: few, ...l3 }
    await expect(ask(await as('chen', { proven: false }), asked)).rejects.toMatchObject({ code: 'access.proof_needed' })
    const { proposed } = await ask(await as('chen'), asked)
    await expect(sign(await as('zhang', { proven: false }), proposed ?? '')).rejects.toMatchObject({
      code: 'access.proof_needed',
    })
  })

  it('is asked once small exports add up', async () => {
    await make(240, '丁', { shortName: 'often' })
    await house
      .system()
      .recordsNamed('user')
      .create({ name: '周一', login: 'zhou', role: 'manager', unit: house.units.north })
    const outcomes: unknown[] = []
    for (let at = 0; at < 9; at++) {
      const { proposed, approval } = await ask(await as('zhou'), { where: { shortName: 'often' } })
      outcomes.push(proposed ? 'proposed' : approval)
    }
    expect(outcomes).toEqual([...Array.from({ length: 8 }, () => 'none'), 'proposed'])
  })

  it('is asked for every export where the company says so', async () => {
    await setExportBound(house, 0)
    const { proposed } = await ask(await as('chen'), { where: few })
    await setExportBound(house, 250)
    expect(proposed).toBeTruthy()
  })

  it('is neither oneself nor a colleague of one’s own unit, but somebody above', async () => {
    const { proposed = '' } = await ask(await as('chen'), { where: many })
    await expect(sign(await as('chen'), proposed ?? '')).rejects.toMatchObject({ code: 'proposal.own' })
    await expect(sign(await as('zhou'), proposed ?? '')).rejects.toMatchObject({ code: 'access.own_rights' })
    await house
      .system()
      .recordsNamed('user')
      .create({ name: '吴二', login: 'wu2', role: 'manager', unit: house.units.northEast })
    const below = await ask(await as('wu2'), { where: { shortName: 'few' } }).catch((error: { code: string }) => error)
    expect(below).toMatchObject({ code: 'export.nothing' })
    await sign(await as('zhang'), proposed ?? '')
  })
})

describe('the file of an export', () => {
  /** Asked for by the manager, signed by the head. */
  async function signed(asked: Asked): Promise<{ id: string; proposed: string }> {
    const { id, proposed } = await ask(await as('chen'), asked)
    await sign(await head(), proposed ?? '')
    return { id, proposed: proposed ?? '' }
  }

  it('is never what somebody has uploaded', async () => {
    const { id } = await storeFile(await as('chen'), Readable.from([Buffer.from('报价')]), '报价.txt')
    expect(await house.system().transaction((tx) => takeMade(tx, id))).toBeNull()
    expect(await house.kernel.db.rows(sql`select from file where id = ${id}::uuid`)).toHaveLength(1)
  })

  it('is not there before somebody has signed, then fetched once, by who asked for it', async () => {
    const { id, proposed } = await ask(await as('chen'), { where: many })
    await runJobs(house)
    await expect(fetchExport(await as('chen'), id)).rejects.toMatchObject({ status: 404 })
    const view = await showProposal(await head(), proposed ?? '')
    const told = Object.fromEntries(view.items.map(({ field, proposed: value }) => [field, value]))
    expect(told).toMatchObject({
      object: 'customer',
      rows: 260,
      level: 1,
      grounds: '对账',
      contents: '客户名称（1 级）',
      criteria: '简称 = many',
    })
    await sign(await head(), proposed ?? '')
    await expect(fetchExport(await as('chen'), id)).rejects.toMatchObject({ status: 409, code: 'export.making' })
    await runJobs(house)
    await expect(fetchExport(await head(), id)).rejects.toMatchObject({ status: 404 })
    await expect(fetchExport(await as('li'), id)).rejects.toMatchObject({ status: 404 })
    expect((await textOf(await as('chen'), id)).split('\r\n')).toHaveLength(262)
    await expect(fetchExport(await as('chen'), id)).rejects.toMatchObject({ status: 410, code: 'export.fetched' })
    await expect(leftOf(id)).resolves.toEqual([])
    const [line] = await house.kernel.db.rows<{ reason: string }>(
      sql`select reason from audit_event where action = 'download' and record = ${id}::uuid`,
    )
    expect(line?.reason).toBe('对账')
  })

  it('lies sealed, out of reach of the files that records hold, and goes after a day', async () => {
    const { id } = await signed({ where: many })
    await runJobs(house)
    const [kept] = await leftOf(id)
    expect(kept).toBeDefined()
    const bytes = await readFile(house.kernel.files.pathOf(id))
    expect(bytes.includes(Buffer.from('乙1'))).toBe(false)
    await expect(openFile(await as('chen'), id)).rejects.toMatchObject({ status: 404 })
    const later = (await as('chen')).with({ now: () => new Date(Date.now() + 25 * 3_600_000) })
    await expect(fetchExport(later, id)).rejects.toMatchObject({ status: 410, code: 'export.expired' })
    await house
      .system()
      .recordsNamed('export')
      .update(id, { until: new Date(Date.now() - 1_000).toISOString() })
    await runJobs(house)
    expect(await stateOf(id)).toBe('expired')
    expect(await leftOf(id)).toEqual([])
    await expect(readFile(house.kernel.files.pathOf(id))).rejects.toMatchObject({ code: 'ENOENT' })
  })

  it('holds what its reader sees: masks, the own scope, and nothing hidden', async () => {
    await house
      .system()
      .recordsNamed('customer')
      .create({ name: '他处', type: 'company', shortName: 'few', owner: house.people.li.id })
    const { id } = await signed({ where: few, columns: ['name', 'phone'] })
    await runJobs(house)
    const text = await textOf(await as('chen'), id)
    expect(text).not.toContain('他处')
    expect(text).not.toContain('13800138000')
    expect(text.replaceAll(' ', '')).toMatch(/甲0,.*\*{4}/)
  })

  it('never holds more than was signed', async () => {
    const { id, proposed } = await ask(await as('chen'), { where: many })
    await make(40, '后', { shortName: 'many' })
    await house
      .system()
      .recordsNamed('customer')
      .create({ name: '高密', type: 'company', shortName: 'many', level: '2', owner: house.people.chen.id })
    await sign(await head(), proposed ?? '')
    await runJobs(house)
    const text = await textOf(await as('chen'), id)
    expect(text.split('\r\n')).toHaveLength(262)
    expect(text).not.toContain('后1')
    expect(text).not.toContain('高密')
  })

  it('has no column of level 3 that was not named', async () => {
    const { contents } = await ask(await head(), { where: few, columns: [] })
    expect(contents).toContain('电话（2 级）')
    expect(contents).not.toContain('3 级')
  })

  it('leaves out what has risen above the level that was measured', async () => {
    const { id } = await ask(await as('chen'), { where: { ...few, name: { startsWith: '甲' } } })
    const customers = house.system().recordsNamed('customer')
    const [risen] = (await customers.list({ where: { name: '甲3' } })).items
    await customers.update(risen?.id ?? '', { level: '2' })
    await runJobs(house)
    const text = await textOf(await as('chen'), id)
    await customers.update(risen?.id ?? '', { level: '1' })
    expect(text).toContain('甲2')
    expect(text).not.toContain('甲3')
  })

  it('holds no more than its requester may export, however much they read', async () => {
    const system = house.system()
    const grants = [
      { objects: ['area:files'], rights: ['read'], scope: 'all' },
      { objects: ['customer'], rights: ['export'], scope: 'own' },
    ]
    const names = { nameZh: '质检', nameEn: 'Quality' }
    const role = await system.recordsNamed('role').create({ ...names, clearance: '2', plain: '1', grants })
    const user = await system.recordsNamed('user').create({ name: '何质', login: 'he', role: 'clerk' })
    await system.recordsNamed('role_assignment').create({ user: user.id, role: role.id, grounds: '测试' })
    await system.recordsNamed('customer').create({ name: '本人的', type: 'company', shortName: 'few', owner: user.id })
    await house.kernel.reload()
    const he = await as('he')
    expect((await he.recordsNamed('customer').list({ where: few })).total).toBeGreaterThan(10)
    const { id } = await ask(he, { where: few })
    await runJobs(house)
    expect((await textOf(he, id)).trim().split('\r\n')).toEqual([expect.any(String), '本人的'])
  })

  it('is not made once its requester has lost the right midway', async () => {
    const { id } = await signed({ where: many })
    await stepOnce(id)
    await house.system().recordsNamed('user').update(house.people.chen.id, { role: 'clerk' })
    await runJobs(house)
    expect(await stateOf(id)).toBe('failed')
    expect(await leftOf(id)).toEqual([])
    await house.system().recordsNamed('user').update(house.people.chen.id, { role: 'manager' })
    await expect(fetchExport(await as('chen'), id)).rejects.toMatchObject({ status: 410, code: 'export.none' })
  })

  it('is not made once its purpose has been withdrawn midway', async () => {
    const purpose = await house
      .system()
      .recordsNamed('purpose')
      .create({ code: 'care', nameZh: '服务', nameEn: 'Care', basis: 'contract' })
    await expect(ask(await as('chen'), { where: few })).rejects.toMatchObject({ code: 'field.required' })
    const { id } = await ask(await as('chen'), { where: few, purpose: purpose.id })
    await stepOnce(id)
    await house.system().recordsNamed('purpose').update(purpose.id, { active: false })
    await runJobs(house)
    expect(await stateOf(id)).toBe('failed')
  })

  it('goes when its requester cancels it, and when they are shut out', async () => {
    const first = await ask(await as('chen'), { where: few })
    const second = await ask(await as('zhou'), { columns: ['name', 'shortName'], where: { ...few, name: '甲1' } })
    expect(second.approval).toBe('none')
    await runJobs(house)
    await expect(cancelExport(await head(), first.id)).rejects.toMatchObject({ status: 404 })
    await cancelExport(await as('chen'), first.id)
    await runJobs(house)
    expect(await stateOf(first.id)).toBe('cancelled')
    expect(await leftOf(first.id)).toEqual([])
    const [zhou] = (
      await house
        .system()
        .recordsNamed('user')
        .list({ where: { login: 'zhou' } })
    ).items
    await house
      .system()
      .recordsNamed('user')
      .update(zhou?.id ?? '', { active: false })
    expect(await stateOf(second.id)).toBe('cancelled')
    expect(await leftOf(second.id)).toEqual([])
  })
})

describe('in a spreadsheet', () => {
  it.each(['csv', 'xlsx'])('%s: no cell is run, and an empty house takes in again what was there', async (format) => {
    const other = await openHouse()
    onTestFinished(() => other.close())
    const phones = ['+86 138 0013 8001', '+86 139 0013 9002']
    const values = phones.map((phone, at) => ({
      name: `=1+${at}往返公司`,
      type: 'company',
      phone,
      remarks: '第一行\n第二行, "引号"',
      tags: ['重点', '华北'],
      shortName: `trip-${format}`,
      region: '310115',
      employees: 12,
    }))
    for (const input of values) await house.system().recordsNamed('customer').create(input)
    const columns = ['archiveNumber', 'name', 'type', 'phone', 'remarks', 'tags', 'region', 'employees']
    const { id } = await ask(await head(), { columns, format, where: { shortName: `trip-${format}` } })
    await runJobs(house)
    const { content, name } = await fetchExport(await head(), id)
    const bytes = await bytesOf(content)
    if (format === 'csv') expect(bytes.toString('utf8')).toContain("'=1+0")
    const ctx = other.as('zhang')
    const stored = await storeFile(ctx, Readable.from([bytes]), name)
    const settings = await readSettings(ctx, ctx.type('customer'), stored, {})
    await ctx.transaction(async (tx) => {
      const made = await insertImport(tx, tx.type('customer'), {
        file: stored.id,
        fileName: name,
        settings,
        state: 'queued',
      })
      await startJob(tx, 'import', { import: made })
    })
    await runJobs(other)
    const { items } = await ctx.recordsNamed('customer').list({ sort: 'name', fields: columns })
    const { items: before } = await (await head())
      .recordsNamed('customer')
      .list({ where: { shortName: `trip-${format}` }, sort: 'name', fields: columns })
    expect(items.map((item) => item.values)).toEqual(before.map((item) => item.values))
    expect(items).toHaveLength(2)
  })
})

describe('a made-up customer among many', () => {
  it('tells readers of the log whose file it was in, and is left out by an import', async () => {
    await house.system().recordsNamed('user').create({ name: '林审', login: 'lin', role: 'auditor' })
    const columns = ['archiveNumber', 'name', 'type', 'phone']
    const { id, proposed } = await ask(await as('chen'), { where: many, columns })
    await sign(await head(), proposed ?? '')
    await runJobs(house)
    const lines = (await textOf(await as('chen'), id)).trim().split('\r\n')
    const { number: named, rows } = await house.system().recordsNamed('export').get(id)
    expect(lines).toHaveLength(Number(rows) + 2)
    const { items } = await house.system().recordsNamed('customer').list({ where: many, sort: 'createdAt', limit: 200 })
    const known = new Set(items.map(({ values }) => values.name))
    const numbers = await house.kernel.db.rows<{ value: string }>(
      sql`select value from claim where record = ${id}::uuid and scope = 'customer.archiveNumber'`,
    )
    const [number = ''] = numbers.map(({ value }) => value)
    const [canary = ''] = lines.filter((line) => line.startsWith(`${number},`))
    expect(number).toMatch(/^KH-\d{4}-\d{6}$/)
    expect(canary).toMatch(/有限公司,企业/)
    expect(known.has(canary.split(',')[1])).toBe(false)
    expect(await traceExport(await as('lin'), number)).toMatchObject({
      id,
      number: named,
      name: '陈静',
      grounds: '对账',
    })
    await expect(traceExport(await as('chen'), number)).rejects.toMatchObject({ status: 403 })
    await expect(traceExport(await as('lin'), String(items[0]?.values.archiveNumber))).rejects.toMatchObject({
      status: 404,
    })
    await queueImport(await head(), `${lines[0]}\r\n${canary}\r\n`)
    await runJobs(house)
    const { total } = await house
      .system()
      .recordsNamed('customer')
      .list({ where: { archiveNumber: number }, limit: 1 })
    expect(total).toBe(0)
  })
})

/** Contents that an export still has: its file and its parts. */
function leftOf(id: string): Promise<unknown[]> {
  return house.kernel.db.rows(
    sql`select id from file where uploaded_by is null and record is null and id = any(${[id, partId(id, 0)]}::uuid[])`,
  )
}

/** One step of the work of an export, as if the worker paused behind it. */
async function stepOnce(id: string): Promise<void> {
  const { job } = await house.system().recordsNamed('export').get(id)
  const paused = modules.flatMap((module) => module.jobs ?? []).filter(({ kind }) => kind === 'export')
  await runJob(
    house.kernel,
    paused.map((each) => ({
      ...each,
      step: async (...given: Parameters<typeof each.step>) => ({ ...(await each.step(...given)), pause: 1 }),
    })),
    String(job),
  )
  expect(await stateOf(id)).toBe('making')
}
