import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Context, decide, showProposal, sql } from '#kernel'
import { type ApiClient, type ApiHouse, openApiHouse } from '#test/as'
import type { CastName } from '#test/house'
import { appointOfficers, switchMode } from '#test/officers'
import { runJobs } from '#test/run-jobs'
import { actAs } from '#test/standing-actor'

/* What level a customer has, who may set it, and who lowers it. */

let house: ApiHouse
let wang: ApiClient
beforeAll(async () => {
  house = await openApiHouse()
  await house.system().recordsNamed('company').create({ name: '示例公司' })
  wang = await house.client('wang')
})
afterAll(() => house.close())

const customersOf = (login: CastName) => house.as(login).recordsNamed('customer')

async function levelOf(id: string): Promise<unknown> {
  return (await house.system().recordsNamed('customer').get(id)).level
}

describe('a customer whose level nobody gives', () => {
  it.each([
    [{ tier: 'vip' }, '2'],
    [{ tier: 'vip', level: null }, '2'],
    [{ tier: 'ordinary' }, '1'],
    [{}, '1'],
    [{ tier: 'vip', level: '1' }, '1'],
    [{ tier: 'potential', level: '2' }, '2'],
  ])('%o has level %s', async (given, level) => {
    expect(await customersOf('wang').create({ name: '新客户', ...given })).toMatchObject({ level })
  })

  it('has it from its tier in an import too, as the preview says', async () => {
    const form = new FormData()
    form.append(
      'file',
      new Blob(['客户名称,客户级别,客户密级\n列一,重要客户,\n列二,普通客户,\n列三,VIP,1\n']),
      'list.csv',
    )
    const zhang = await house.client('zhang')
    const { id } = (await zhang.post('/api/imports?object=customers&dryRun=true', undefined, { form })).body
    const { preview } = (await zhang.get(`/api/imports/${id}`)).body
    expect(preview.map(({ cells }: { cells: { text: string }[] }) => cells[2]?.text)).toEqual(['重要', '一般', '一般'])
    await zhang.post(`/api/imports/${id}/run`)
    await runJobs(house)
    const { items } = await customersOf('zhang').list({ where: { importId: id }, sort: 'importRow' })
    expect(items.map(({ values }) => values.level)).toEqual(['2', '1', '1'])
  })

  it('is given none by the page either', async () => {
    const { objects } = (await wang.get('/api/definitions')).body
    const wire = objects.find(({ name }: { name: string }) => name === 'customer')
    expect(wire.fields.find(({ name }: { name: string }) => name === 'level').default).toBeUndefined()
    expect(wire.fields.find(({ name }: { name: string }) => name === 'tier').default).toBe('potential')
  })
})

describe('another tier', () => {
  it('raises the level, and never lowers it', async () => {
    const customers = customersOf('wang')
    const { id } = await customers.create({ name: '升级客户' })
    expect(await customers.update(id, { tier: 'vip' }, { version: 1 })).toMatchObject({ level: '2' })
    const raised = (await customers.history(id)).items.find(({ field }) => field === 'level')
    expect(raised).toMatchObject({ before: '1', after: '2' })
    const back = await customers.update(id, { tier: 'ordinary' }, { version: 2 })
    expect(back.level).toBe('2')
    const { id: high } = await customersOf('zhang').create({ name: '机密客户', level: '3' })
    expect(await customersOf('zhang').update(high, { tier: 'vip' }, { version: 1 })).toMatchObject({ level: '3' })
  })

  it('leaves a level that the same change sets, and that of a change which leaves the tier', async () => {
    const customers = customersOf('wang')
    const { id } = await customers.create({ name: '自定客户' })
    expect(await customers.update(id, { tier: 'vip', level: '1' }, { version: 1 })).toMatchObject({ level: '1' })
    expect(await customers.update(id, { remarks: '续签' }, { version: 2 })).toMatchObject({ level: '1' })
  })
})

describe('the level of a tier', () => {
  it('is the company’s to set, at once', async () => {
    const items = house.as('zhang').recordsNamed('value_list_item')
    const named = { object: 'customer', field: 'tier' }
    await items.create({ ...named, value: 'state', labelZh: '国企', labelEn: 'State-owned', level: '3' })
    await items.create({ ...named, value: 'ordinary', labelZh: '普通', labelEn: 'Plain', level: '2' })
    await items.create({ ...named, value: 'vip', labelZh: '要客', labelEn: 'VIP' })
    const customers = customersOf('zhang')
    expect(await customers.create({ name: '国企一', tier: 'state' })).toMatchObject({ level: '3' })
    expect(await customers.create({ name: '普通一', tier: 'ordinary' })).toMatchObject({ level: '2' })
    expect(await customers.create({ name: '要客一', tier: 'vip' })).toMatchObject({ level: '2' })
  })

  it('is nothing that other value lists say', async () => {
    const items = house.as('zhang').recordsNamed('value_list_item')
    const source = { object: 'customer', field: 'source', value: 'fair', labelZh: '展会', labelEn: 'Fair', level: '2' }
    await expect(items.create(source)).rejects.toMatchObject({
      code: 'definition.no_level',
      errors: [{ path: 'level' }],
    })
  })
})

describe('a level above the own clearance', () => {
  const above = { status: 422, code: 'access.level_above', errors: [{ path: 'level' }] }

  it('is set by nobody, in words or by the tier', async () => {
    const customers = customersOf('wang')
    await expect(customers.create({ name: '越级', level: '3' })).rejects.toMatchObject(above)
    await expect(customers.create({ name: '越级', tier: 'state' })).rejects.toMatchObject(above)
    const { id } = await customers.create({ name: '不升密' })
    await expect(customers.update(id, { level: '3' }, { version: 1 })).rejects.toMatchObject(above)
    await expect(customers.update(id, { tier: 'state' }, { version: 1 })).rejects.toMatchObject(above)
    expect(await customers.get(id)).toMatchObject({ level: '1', tier: 'potential' })
  })

  it('holds up its own row of a list alone', async () => {
    const inputs = [{ name: '列甲', tier: 'state' }, { name: '列乙' }].map((input) => ({ input }))
    const made = await customersOf('wang').createMany(inputs, { lenient: true })
    expect(made.map(({ errors }) => errors.map(({ code }) => code))).toEqual([['access.level_above'], []])
  })
})

describe('a level that is lowered', () => {
  const highFile = async (login: CastName = 'wang') =>
    (await customersOf(login).create({ name: '重要客户', level: '2', owner: house.people.wang.id })).id

  async function lower(login: CastName, id: string, patch: Record<string, unknown> = { level: '1' }) {
    return customersOf(login).update(id, patch, { version: 1, reason: '已不敏感' })
  }

  async function approve(ctx: Context, id: string): Promise<void> {
    await decide(ctx, id, { verdict: 'approve', hash: (await showProposal(ctx, id)).hash })
  }

  it.each([{ level: '1' }, { level: null }, { level: '1', tier: 'vip' }])(
    'by %o waits for whoever keeps the rights',
    async (patch) => {
      const id = await highFile()
      const { proposed } = await lower('wang', id, patch)
      expect(proposed).toEqual(expect.any(String))
      expect(await levelOf(id)).toBe('2')
      await expect(approve(house.as('wang'), proposed ?? '')).rejects.toMatchObject({ code: 'proposal.own' })
      await expect(approve(house.as('chen'), proposed ?? '')).rejects.toMatchObject({ code: 'access.forbidden' })
      const view = await showProposal(house.as('zhang'), proposed ?? '')
      expect(view).toMatchObject({ needless: false, bar: null, signers: [house.people.zhang.id] })
      await approve(house.as('zhang'), proposed ?? '')
      expect(await levelOf(id)).toBe(patch.level)
      expect(await customersOf('wang').get(id)).toMatchObject({ version: 2 })
    },
  )

  it('waits the same way in a change of many, and when an earlier value is put back', async () => {
    const customers = customersOf('wang')
    const [one, two] = [await highFile(), (await customers.create({ name: '一般客户' })).id]
    const many = await customers.updateMany({ ids: [one, two] }, { patch: { level: '1', remarks: '批量' } })
    expect(many).toEqual({ changed: 1, proposed: 1, failed: [] })
    await customers.update(two, { level: '2' }, { version: 2 })
    const raised = (await customers.history(two)).items.find(({ field }) => field === 'level')
    const undone = await customers.restoreValue(two, { change: raised?.id ?? '', version: 3 })
    expect(undone.proposed).toEqual(expect.any(String))
    expect(await levelOf(two)).toBe('2')
  })

  it('is lowered alone, and marked so, by whoever keeps the rights, in person', async () => {
    const id = await highFile()
    expect((await lower('zhang', id)).level).toBe('1')
    const [line] = await house.kernel.db.rows<{ body: string }>(
      sql`select body from audit_event where object = 'customer' and action = 'update' order by id desc limit 1`,
    )
    expect(line?.body).toContain('"alone":true')
    const ctx = house.as('zhang')
    const program = ctx.with({ actor: { ...ctx.actor, token: randomUUID() } }).recordsNamed('customer')
    const other = await highFile()
    expect((await program.update(other, { level: '1' }, { version: 1 })).proposed).toEqual(expect.any(String))
  })

  it('is lowered alone by nobody in three-officer mode', async () => {
    await appointOfficers(house.kernel)
    await switchMode(house.kernel, true)
    const users = house.system().recordsNamed('user')
    try {
      const id = await highFile('zhang')
      await expect(lower('zhang', id)).rejects.toMatchObject({ status: 422, code: 'proposal.no_signer' })
      expect(await levelOf(id)).toBe('2')
      const { items } = await house
        .system()
        .recordsNamed('change_request')
        .list({ where: { record: id } })
      expect(items).toEqual([])
      const second = await users.create({ name: '赵云', login: 'zhao', role: 'head' })
      const { proposed } = await lower('zhang', id)
      expect((await showProposal(house.as('zhang'), proposed ?? '')).signers).toEqual([second.id])
      await approve(await actAs(house, 'zhao'), proposed ?? '')
      expect(await levelOf(id)).toBe('1')
      await users.update(second.id, { active: false }, { version: 1 })
    } finally {
      await switchMode(house.kernel, false)
    }
  })

  it('asks for nothing of records that are made, removed and taken back', async () => {
    const { hooks } = house.system().type('customer')
    const { approval } = hooks
    const asked: string[] = []
    hooks.approval = (_ctx, { operation }) => {
      asked.push(operation)
      return null
    }
    try {
      const [made] = await customersOf('zhang').createMany([{ input: { name: '随手' } }], { lenient: true })
      await customersOf('zhang').remove(made?.id ?? '')
      await customersOf('zhang').restore(made?.id ?? '')
      expect(asked).toEqual([])
    } finally {
      hooks.approval = approval
    }
  })
})
