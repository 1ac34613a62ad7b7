import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Context, destroyKeys, dropFormDraft, keepFormDraft, readFormDraft, sql, storeFile, sweep } from '#kernel'
import { type House, openHouse } from '#test/house'

const phone = '13987650001'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const makeFile = async (ctx: Context, name: string) => (await ctx.recordsNamed('customer').create({ name })).id
const rows = () =>
  house.kernel.db.rows<{ object: string; content: Buffer }>(sql`select object, content from form_draft`)
const drafts = async () => (await rows()).length

async function actions(of: string): Promise<string[]> {
  const lines = await house.kernel.db.rows<{ action: string }>(
    sql`select action from audit_event where owner = ${of}::uuid and action = 'draft' order by id`,
  )
  return lines.map(({ action }) => action)
}

describe('what has been typed into a form', () => {
  it('is there again for who typed it, sealed, and for nobody else', async () => {
    const wang = house.as('wang')
    const customers = wang.type('customer')
    await keepFormDraft(wang, customers, { form: {}, values: { name: '王府井书店', phone } })
    await keepFormDraft(wang, customers, { form: {}, values: { name: '王府井书店', phone, source: null } })
    expect(await readFormDraft(wang, customers, {})).toMatchObject({
      values: { name: '王府井书店', phone, source: null },
      version: null,
    })
    for (const other of ['zhang', 'li'] as const) expect(await readFormDraft(house.as(other), customers, {})).toBeNull()
    const [kept] = await rows()
    expect(kept?.content.includes(phone)).toBe(false)
    await dropFormDraft(wang, customers, {})
    expect(await readFormDraft(wang, customers, {})).toBeNull()
  })

  it('keeps apart the forms of new records, of one file, and of a record, and tells the titles of what they name', async () => {
    const wang = house.as('wang')
    const contacts = wang.type('contact')
    const customer = await makeFile(wang, '两份草稿')
    const { id: record } = await wang.recordsNamed('contact').create({ customer, name: '周舟' })
    await keepFormDraft(wang, contacts, { form: {}, values: { customer, name: '哪里都行' } })
    await keepFormDraft(wang, contacts, { form: { parent: customer }, values: { name: '在档案里' } })
    await keepFormDraft(wang, contacts, { form: { record }, values: { name: '周航' }, version: 1 })
    expect(await readFormDraft(wang, contacts, {})).toMatchObject({ titles: { [customer]: '两份草稿' } })
    expect(await readFormDraft(wang, contacts, { parent: customer })).toMatchObject({ values: { name: '在档案里' } })
    expect(await readFormDraft(wang, contacts, { record })).toMatchObject({ values: { name: '周航' }, version: 1 })
  })

  it('is refused on a file that one does not see or may not change, and where a field is not one’s to write', async () => {
    const theirs = await makeFile(house.as('li'), '南方客户')
    const wang = house.as('wang')
    const customers = wang.type('customer')
    const refused = (form: object, values: Record<string, unknown>, type = customers) =>
      expect(keepFormDraft(wang, type, { form, values })).rejects
    await refused({ record: theirs }, { name: '改名' }).toMatchObject({ status: 404 })
    await refused({ parent: theirs }, { name: '甲' }, wang.type('contact')).toMatchObject({ status: 404 })
    await refused({}, { customer: theirs }, wang.type('contact')).toMatchObject({ status: 404 })
    await refused({}, { archiveNumber: 'KH-1' }).toMatchObject({ code: 'request.unknown_field' })
    await refused({}, { nothing: 1 }).toMatchObject({ code: 'request.unknown_field' })
    await refused({}, { name: '长'.repeat(100_000) }).toMatchObject({ status: 413 })
    await refused({}, { nameZh: '新角色' }, wang.type('role')).toMatchObject({ status: 403 })
  })

  it('is not told any more once the file is out of sight', async () => {
    const wang = house.as('wang')
    const customer = await makeFile(wang, '要移交的客户')
    await keepFormDraft(wang, wang.type('contact'), { form: { parent: customer }, values: { name: '林木' } })
    await keepFormDraft(wang, wang.type('contact'), { form: {}, values: { customer, name: '林木' } })
    const owner = house.people.li.id
    await house.as('zhang').recordsNamed('customer').update(customer, { owner }, { version: 1 })
    expect(await readFormDraft(wang, wang.type('contact'), { parent: customer })).toBeNull()
    expect(await readFormDraft(wang, wang.type('contact'), {})).toBeNull()
  })

  it('leaves a line when it is begun and each time that it is taken up, and none for each pause in typing', async () => {
    const wang = house.as('wang')
    const record = await makeFile(wang, '记录在案')
    const customers = wang.type('customer')
    for (const name of ['记', '记录', '记录在'])
      await keepFormDraft(wang, customers, { form: { record }, values: { name }, version: 1 })
    expect(await actions(record)).toEqual(['draft'])
    await readFormDraft(wang, customers, { record })
    expect(await actions(record)).toEqual(['draft', 'draft'])
  })

  it('names the uploads of its writer alone, as long as they are there', async () => {
    const wang = house.as('wang')
    const customer = await makeFile(wang, '附件客户')
    const own = await storeFile(wang, Readable.from([Buffer.from('合同')]), '合同.txt')
    const theirs = await storeFile(house.as('li'), Readable.from([Buffer.from('他的')]), '他的.txt')
    const form = { parent: customer }
    const values = { title: '合同', files: [own.id, theirs.id] }
    await keepFormDraft(wang, wang.type('attachment'), { form, values })
    const draft = await readFormDraft(wang, wang.type('attachment'), form)
    expect(draft).toMatchObject({ values: { files: [own.id] }, titles: { [own.id]: '合同.txt' } })
    expect(JSON.stringify(draft)).not.toContain('他的')
  })
})

describe('drafts', () => {
  it('go with the file whose keys are destroyed, wherever its name was typed', async () => {
    const zhang = house.as('zhang')
    const customer = await makeFile(zhang, '要销毁的客户')
    const contacts = zhang.type('contact')
    const { id: record } = await zhang.recordsNamed('contact').create({ customer, name: '周舟' })
    const before = await drafts()
    await keepFormDraft(zhang, contacts, { form: { record }, values: { phone } })
    await keepFormDraft(zhang, contacts, { form: { parent: customer }, values: { phone } })
    await keepFormDraft(zhang, contacts, { form: {}, values: { customer, phone } })
    await keepFormDraft(zhang, zhang.type('customer'), { form: { record: customer }, values: { phone } })
    expect(await drafts()).toBe(before + 4)
    await destroyKeys(zhang, zhang.type('customer'), customer, { reason: '客户要求' })
    expect(await drafts()).toBe(before)
    const again = keepFormDraft(zhang, contacts, { form: { parent: customer }, values: { phone } })
    await expect(again).rejects.toMatchObject({ code: 'record.destroyed' })
  })

  it('go along with a record that moves to another file', async () => {
    const zhang = house.as('zhang')
    const [from, to] = [await makeFile(zhang, '原档'), await makeFile(zhang, '新档')]
    const contacts = zhang.recordsNamed('contact')
    const { id: record } = await contacts.create({ customer: from, name: '走动人' })
    await keepFormDraft(zhang, contacts.type, { form: { record }, values: { phone }, version: 1 })
    await contacts.update(record, { customer: to }, { version: 1 })
    await destroyKeys(zhang, zhang.type('customer'), from, { reason: '客户要求' })
    expect(await readFormDraft(zhang, contacts.type, { record })).toMatchObject({ values: { phone } })
    await destroyKeys(zhang, zhang.type('customer'), to, { reason: '客户要求' })
    expect(await readFormDraft(zhang, contacts.type, { record })).toBeNull()
  })

  it('are twenty of a person at most, the latest, and end after fourteen days', async () => {
    const sun = house.as('sun')
    const at = (minute: number) => house.as('sun', { now: () => new Date(Date.UTC(2026, 0, 1, 0, minute)) })
    const files = []
    for (let each = 0; each < 21; each++) {
      files.push(await makeFile(sun, `客户${each}`))
      await keepFormDraft(at(each), sun.type('contact'), { form: { parent: files[each] }, values: { name: '甲' } })
    }
    const there = (parent?: string) => readFormDraft(sun, sun.type('contact'), { parent })
    expect(await there(files[0])).toBeNull()
    expect(await there(files[1])).not.toBeNull()
    await sweep(house.kernel)
    expect(await there(files[20])).toBeNull()
    await keepFormDraft(sun, sun.type('contact'), { form: {}, values: { name: '甲' } })
    await sweep(house.kernel)
    expect(await there()).not.toBeNull()
  })
})
