import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Context, destroyKeys, mergeRecords, mergesOf, previewMerge, sql, undoMerge } from '#kernel'
import { type CastName, type House, openHouse } from '#test/house'
import { rawConnection } from '#test/raw-connection'
import { actAs } from '#test/standing-actor'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const customers = (who: CastName) => house.as(who).recordsNamed('customer')

async function make(values: Record<string, unknown>, who: CastName = 'zhang'): Promise<string> {
  return (await customers(who).create(values)).id
}

const add = async (object: string, values: Record<string, unknown>, who: CastName = 'zhang'): Promise<string> =>
  (await house.as(who).recordsNamed(object).create(values)).id

type Asked = { kept: string; joined: string[]; choices?: Record<string, string> }

async function versionsOf(ids: readonly string[], who: CastName): Promise<Record<string, number>> {
  const found = await Promise.all(ids.map((id) => customers(who).get(id)))
  return Object.fromEntries(found.map(({ id, version }) => [id, version]))
}

async function merge(asked: Asked, who: CastName = 'zhang') {
  const ctx = house.as(who)
  const versions = await versionsOf([asked.kept, ...asked.joined], who)
  const { id, proposed } = await mergeRecords(ctx, ctx.type('customer'), { ...asked, versions })
  return { id: id ?? '', proposed }
}

const preview = (asked: Asked, who: CastName = 'zhang') =>
  previewMerge(house.as(who), house.as(who).type('customer'), asked)

/** All that stands of files, readable or hashed, but for what every write moves on. */
async function stateOf(files: readonly string[]): Promise<unknown> {
  return house.system().transaction(async (tx) => {
    const objects: Record<string, unknown> = {}
    for (const type of [tx.type('customer'), ...tx.kernel.registry.children('customer')]) {
      const column = type.parent ? sql.raw(type.parent.column) : sql`id`
      const rows = await tx.db.rows<Record<string, unknown>>(sql`
        select id, acl_read, acl_write, acl_level, incomplete, deleted_at is null as live ${type.searchable.length ? sql`, search_text, search_latin` : sql``}
        from ${sql.raw(`"${type.table}"`)} where ${column} = any(${[...files]}::uuid[]) order by id`)
      const records = []
      for (const row of rows) {
        const {
          version: _,
          updatedAt: __,
          ...record
        } = await tx.recordsNamed(type.name).get(String(row.id), { deleted: row.live === false })
        records.push({ ...row, record })
      }
      objects[type.name] = records
    }
    const lookups = await tx.db.rows(sql`
      select kind, hash, object, field, record_id, owner_id from lookup where owner_id = any(${[...files]}::uuid[]) or record_id = any(${[...files]}::uuid[])
      order by object, record_id, field, kind, hash`)
    const tasks = await tx.db.rows(
      sql`select id, customer_id from task where customer_id = any(${[...files]}::uuid[]) order by id`,
    )
    const favourites = await tx.db.rows(
      sql`select id, record from favourite where record = any(${[...files]}::text[]) order by id`,
    )
    return { objects, lookups, tasks, favourites }
  })
}

/** Numbers that a seed gives, so that a failure can be told by it. */
function numbersOf(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
}

/** A file with whatever may stand on it and name it. */
async function randomFile(next: (below: number) => number, name: string): Promise<string> {
  const some = <V>(value: V): V | undefined => (next(2) ? value : undefined)
  const id = await make({
    name,
    phone: some(`138${String(10_000_000 + next(80_000_000))}`),
    email: some(`a${next(1_000)}@example.com`),
    street: some(`解放路 ${next(100)} 号`),
    wechat: some(`wx${next(1_000)}`),
    secretRemarks: some(`机密 ${next(100)}`),
    remarks: some('备注'),
    tags: ['甲', '乙', '丙'].filter(() => next(2)),
    level: String(1 + next(3)),
    collaborators: [house.people.wang.id, house.people.chen.id].filter(() => next(2)),
  })
  const contacts: string[] = []
  for (let at = next(3); at > 0; at--)
    contacts.push(
      await add('contact', { customer: id, name: `联系人${at}`, phone: `139${10_000_000 + next(80_000_000)}` }),
    )
  for (const contact of contacts) if (next(2)) await add('follow_up', { customer: id, contact, content: '谈过' })
  if (next(2)) {
    const gone = await add('contact', { customer: id, name: '已删', phone: '13900000000' })
    await house.as('zhang').recordsNamed('contact').remove(gone)
  }
  if (next(2)) await add('team_member', { customer: id, user: house.people.li.id, access: 'work' })
  if (next(2))
    await add('purchase', { customer: id, amount: { amount: 10 + next(90), currency: 'CNY' }, date: '2026-01-05' })
  if (next(2)) await add('task', { title: '回访', customer: id })
  if (next(2)) await add('favourite', { object: 'customer', record: id })
  return id
}

const rounds = process.env.LONG ? 60 : 6

it(`joins ${rounds} pairs so that all of one stands on the other, and takes it back to what stood before`, async () => {
  for (let seed = 1; seed <= rounds; seed++) {
    const next = numbersOf(seed)
    const files = [await randomFile(next, `合并一号${seed}`), await randomFile(next, `合并二号${seed}`)]
    const [kept = '', joined = ''] = files
    const before = await stateOf(files)
    const { id } = await merge({ kept, joined: [joined], ...(next(2) ? { choices: { name: joined } } : {}) })
    for (const type of house.system().kernel.registry.children('customer')) {
      const left = await house
        .system()
        .transaction((tx) =>
          tx.db.rows(
            sql`select id from ${sql.raw(`"${type.table}"`)} where ${sql.raw(type.parent?.column ?? '')} = ${joined}::uuid`,
          ),
        )
      expect(left, `${type.name}, seed ${seed}`).toEqual([])
    }
    expect(await undoMerge(house.as('zhang'), id)).toMatchObject({ kept, joined: [joined], fields: [], records: [] })
    expect(await stateOf(files), `seed ${seed}`).toEqual(before)
  }
}, 120_000)

describe('a merge', () => {
  it('keeps what the kept file has, fills what it lacks, brings lists together and never lowers the level', async () => {
    const kept = await make({ name: '永安纺织有限公司', phone: '13800138301', tags: ['老客户'], level: '1' })
    const joined = await make({
      name: '永安纺织',
      phone: '13800138302',
      email: 'wang@yongan.cn',
      tags: ['展会'],
      level: '2',
    })
    await merge({ kept, joined: [joined], choices: { phone: joined } })
    expect(await customers('zhang').get(kept)).toMatchObject({
      name: '永安纺织有限公司',
      phone: '+8613800138302',
      email: 'wang@yongan.cn',
      tags: ['老客户', '展会'],
      level: '2',
    })
  })

  it('takes what stands on the file along: readable, found, seen by whoever sees the kept one, under its keys', async () => {
    const [kept, joined] = [await make({ name: '留存档' }, 'wang'), await make({ name: '并入档' }, 'li')]
    const contact = await add('contact', { customer: joined, name: '沈移', phone: '13800138310' }, 'li')
    const contacts = house.as('zhang').recordsNamed('contact')
    await contacts.update(contact, { phone: '13800138311' }, { version: 1 })
    await merge({ kept, joined: [joined] })
    const moved = await house.as('wang').recordsNamed('contact').get(contact)
    expect(moved).toMatchObject({ customer: kept, name: '沈移' })
    await expect(house.as('li').recordsNamed('contact').get(contact)).rejects.toMatchObject({ status: 404 })
    expect((await customers('wang').list({ search: '沈移' })).items.map(({ id }) => id)).toEqual([kept])
    const { items } = await house.as('wang').recordsNamed('contact').history(contact)
    expect(items[0]).toMatchObject({ field: 'customer', before: joined, after: kept })
    const officer = await actAs(house, 'zhang')
    await destroyKeys(officer, officer.type('customer'), joined, { reason: '已并入' })
    expect(await contacts.get(contact)).toMatchObject({ phone: '+8613800138311' })
    // Nor does its history hang on keys that are gone.
    const [, change] = (await contacts.history(contact)).items
    expect(change).toMatchObject({ field: 'phone', before: '+8613800138310', after: '+8613800138311' })
  })

  it('leads from the joined file and its number to the kept one, whose history tells of both', async () => {
    const kept = await make({ name: '去向档' })
    const joined = await make({ name: '来处档', remarks: '旧' })
    await customers('zhang').update(joined, { remarks: '新' }, { version: 1 })
    const number = String((await customers('zhang').get(joined)).archiveNumber)
    await merge({ kept, joined: [joined] })
    await expect(customers('zhang').get(joined)).rejects.toMatchObject({
      code: 'record.merged',
      params: { into: kept },
    })
    expect((await customers('zhang').list({ search: number })).items.map(({ id }) => id)).toEqual([kept])
    const { items } = await customers('zhang').history(kept)
    expect(items.find(({ of }) => of === joined)).toMatchObject({ field: 'remarks', before: '旧', after: '新' })
    await expect(make({ name: '抢号', archiveNumber: number })).rejects.toMatchObject({ code: 'field.number_taken' })
    await expect(customers('zhang').restore(joined)).rejects.toMatchObject({ code: 'merge.undo_instead' })
    const [told] = await mergesOf(house.as('zhang'), house.as('zhang').type('customer'), kept)
    expect(told).toMatchObject({ by: house.people.zhang.id, joined: [{ id: joined, title: '来处档', number }] })
  })

  it('takes a verified value with its verification, and gives the kept one’s back', async () => {
    const kept = await make({ name: '核实一', street: '一路 1 号' })
    const joined = await make({ name: '核实二', street: '二路 2 号' })
    await customers('zhang').verify(kept, { field: 'street', how: 'visit', version: 1 })
    await customers('zhang').verify(joined, { field: 'street', how: 'call', version: 1 })
    const { id } = await merge({ kept, joined: [joined], choices: { street: joined } })
    expect((await customers('zhang').get(kept)).verifications).toMatchObject([{ field: 'street', how: 'call' }])
    await undoMerge(house.as('zhang'), id)
    expect((await customers('zhang').get(kept)).verifications).toMatchObject([{ field: 'street', how: 'visit' }])
  })

  it('previews what it would do, and writes nothing', async () => {
    const [kept, joined] = [await make({ name: '预览一' }), await make({ name: '预览二', phone: '13800138321' })]
    await add('contact', { customer: joined, name: '沈预' })
    await add('task', { title: '回访', customer: joined })
    const before = await stateOf([kept, joined])
    expect(await preview({ kept, joined: [joined] })).toMatchObject({
      fields: [
        { field: 'name', from: kept, isOpen: true },
        { field: 'phone', from: joined, isOpen: true },
      ],
      children: [{ object: 'contact', count: 1 }],
      references: [{ object: 'task', count: 1 }],
    })
    expect(await stateOf([kept, joined])).toEqual(before)
  })

  it('is one effect, however many ask for it at once and whichever way round', async () => {
    const [one, other] = [await make({ name: '同时一' }), await make({ name: '同时二' })]
    const versions = { [one]: 1, [other]: 1 }
    const ctx = house.as('zhang')
    const ask = (kept: string, joined: string) =>
      mergeRecords(ctx, ctx.type('customer'), { kept, joined: [joined], versions })
    const done = await Promise.allSettled([ask(one, other), ask(other, one), ask(one, other), ask(other, one)])
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const each of done)
      if (each.status === 'rejected') expect(['record.merged', 'record.stale']).toContain(each.reason.code)
    const [rows] = await house.kernel.db.rows(
      sql`select count(*)::integer as count from record_merge where kept in (${one}::uuid, ${other}::uuid)`,
    )
    expect(rows).toEqual({ count: 1 })
  })

  it('leaves nothing when its connection is killed before the end', async () => {
    const [kept, joined] = [await make({ name: '中断一' }), await make({ name: '中断二', phone: '13800138331' })]
    const contact = await add('contact', { customer: joined, name: '沈断', phone: '13800138332' })
    const before = await stateOf([kept, joined])
    const owner = await rawConnection(house, { everything: true })
    const { hooks } = house.system().type('contact')
    const { followers } = hooks
    // The contact has moved by then, and the joined file has not gone yet.
    const die = async (ctx: Context): Promise<void> => {
      const [row] = await ctx.db.rows<{ pid: number; moved: boolean }>(sql`
        select pg_backend_pid() as pid, exists (select from contact where id = ${contact}::uuid and customer_id = ${kept}::uuid) as moved`)
      expect(row?.moved).toBe(true)
      await owner.rows('select pg_terminate_backend($1)', [row?.pid])
      const gone = () => owner.rows('select from pg_stat_activity where pid = $1', [row?.pid])
      await expect.poll(gone, { interval: 5 }).toEqual([])
    }
    hooks.followers = [...followers, { follow: die }]
    await expect(merge({ kept, joined: [joined] })).rejects.toThrow()
    hooks.followers = followers
    await owner.end()
    expect(await stateOf([kept, joined])).toEqual(before)
  })
})

describe('a merge is refused', () => {
  it('to whoever may not change the one or delete the other, and tells nothing of what they do not see', async () => {
    const [own, hidden] = [await make({ name: '自己的' }, 'wang'), await make({ name: '别人的' }, 'li')]
    const second = await make({ name: '自己的二' }, 'wang')
    await expect(preview({ kept: own, joined: [hidden] }, 'wang')).rejects.toMatchObject({ code: 'request.not_found' })
    for (const kept of [hidden, 'ffffffff-ffff-4fff-bfff-ffffffffffff'])
      await expect(preview({ kept, joined: [own] }, 'wang')).rejects.toMatchObject({ status: 403 })
    await expect(preview({ kept: own, joined: [second] }, 'wang')).rejects.toMatchObject({ status: 403 })
    const { id } = await merge({ kept: hidden, joined: [own] })
    await expect(customers('wang').get(own)).rejects.toMatchObject({ code: 'request.not_found' })
    await expect(undoMerge(house.as('wang'), id)).rejects.toMatchObject({ code: 'request.not_found' })
  })

  it('counts nothing elsewhere that whoever asks does not see', async () => {
    const [kept, joined] = [await make({ name: '北一' }, 'wang'), await make({ name: '北二' }, 'wang')]
    const before = await preview({ kept, joined: [joined] }, 'chen')
    await add('task', { title: '暗访', customer: joined, assignee: house.people.li.id, unit: house.units.south })
    expect(await preview({ kept, joined: [joined] }, 'chen')).toEqual(before)
  })

  it('where a change would wait for somebody, where a request waits, and where a record has changed meanwhile', async () => {
    const [kept, joined] = [await make({ name: '待批一' }), await make({ name: '待批二', phone: '13800138341' })]
    const { hooks } = house.system().type('customer')
    const { approval } = hooks
    hooks.approval = (_, { operation }) => (operation === 'delete' ? { duties: ['roles'] } : null)
    const { asks } = hooks
    delete hooks.asks
    try {
      await expect(merge({ kept, joined: [joined] })).rejects.toMatchObject({ code: 'merge.needs_approval' })
      await customers('zhang').remove(joined)
    } finally {
      Object.assign(hooks, { approval, asks })
    }
    await expect(merge({ kept, joined: [joined] })).rejects.toMatchObject({ code: 'merge.requests_open' })
    const ctx = house.as('zhang')
    const input = { kept, joined: [await make({ name: '另一' })], versions: {} }
    await expect(mergeRecords(ctx, ctx.type('customer'), input)).rejects.toMatchObject({ status: 428 })
  })
})

describe('what is taken back', () => {
  it('leaves on the kept file what has changed since, and tells of it', async () => {
    const kept = await make({ name: '后改一', remarks: '原' })
    const joined = await make({ name: '后改二', remarks: '并', phone: '13800138351' })
    const contact = await add('contact', { customer: joined, name: '沈改' })
    const named = await add('follow_up', { customer: joined, contact, content: '与沈改谈' })
    const quiet = await add('follow_up', { customer: joined, content: '无关' })
    const { id } = await merge({ kept, joined: [joined], choices: { remarks: joined } })
    const { version } = await customers('zhang').get(kept)
    await customers('zhang').update(kept, { remarks: '又改' }, { version })
    await house.as('zhang').recordsNamed('contact').update(contact, { title: '经理' }, { version: 2 })
    expect(await undoMerge(house.as('zhang'), id)).toMatchObject({
      fields: ['remarks'],
      records: expect.arrayContaining([
        { object: 'contact', count: 1 },
        { object: 'follow_up', count: 1 },
      ]),
    })
    expect(await customers('zhang').get(kept)).toMatchObject({ remarks: '又改', phone: null })
    const at = async (object: string, record: string) =>
      (await house.as('zhang').recordsNamed(object).get(record)).customer
    expect([await at('contact', contact), await at('follow_up', named), await at('follow_up', quiet)]).toEqual([
      kept,
      kept,
      joined,
    ])
    await expect(undoMerge(house.as('zhang'), id)).rejects.toMatchObject({ code: 'merge.undone' })
  })

  it('is refused after thirty days, and before a later merge is', async () => {
    const [one, two, three] = [await make({ name: '晚一' }), await make({ name: '晚二' }), await make({ name: '晚三' })]
    const first = await merge({ kept: one, joined: [two] })
    const late = house.as('zhang', { now: () => new Date(Date.now() + 31 * 86_400_000) })
    await expect(undoMerge(late, first.id)).rejects.toMatchObject({ code: 'merge.too_late', params: { days: 30 } })
    const second = await merge({ kept: three, joined: [one] })
    await expect(customers('zhang').get(two)).rejects.toMatchObject({ code: 'record.merged', params: { into: three } })
    await expect(undoMerge(house.as('zhang'), first.id)).rejects.toMatchObject({ code: 'record.merged' })
    await undoMerge(house.as('zhang'), second.id)
    await undoMerge(house.as('zhang'), first.id)
    expect(await customers('zhang').get(two)).toMatchObject({ name: '晚二' })
  })
})
