import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Context, decide, showProposal } from '#kernel'
import { type House, openHouse } from '#test/house'
import { runJobs } from '#test/run-jobs'
import { actAs } from '#test/standing-actor'
import { confirmReading, posts, readersOf, readings, remindReaders } from './index.ts'

/* A text is read as it was published, by whom it is for; each of them says themselves to have read it. */

let house: House
const as = (login: string): Promise<Context> => actAs(house, login)
const texts = async (login = 'zhang') => (await as(login)).recordsNamed('publication')

beforeAll(async () => {
  house = await openHouse()
  await house.system().recordsNamed('company').create({ name: '示例公司' })
})
afterAll(() => house.close())

async function publish(values: Record<string, unknown>, by = 'zhang'): Promise<string> {
  const records = await texts(by)
  const { id } = await records.create({ kind: 'policy', title: '客户档案管理制度', body: '第一条', ...values })
  await change(id, { state: 'published' }, by)
  return id
}

async function change(id: string, patch: Record<string, unknown>, by = 'zhang') {
  const records = await texts(by)
  const { version } = await records.get(id)
  return records.update(id, patch, { version })
}

async function mine(login: string, publication: string) {
  return (await readings(await as(login))).find((reading) => reading.publication === publication)
}

async function confirm(login: string, publication: string): Promise<void> {
  await confirmReading(await as(login), (await mine(login, publication))?.id ?? '')
}

async function told(login: string): Promise<unknown[]> {
  await runJobs(house)
  const { items } = await (await as(login)).recordsNamed('notification').list({ where: { kind: 'reading_waiting' } })
  return items.map(({ values }) => values.detail)
}

describe('a version', () => {
  it('stays as it was published while the text goes on as a draft', async () => {
    const id = await publish({})
    const changed = await change(id, { body: '第一条（修订）' })
    expect(changed).toMatchObject({ state: 'draft', edition: 1 })
    const version = (await mine('wang', id))?.id ?? ''
    expect(await (await as('wang')).recordsNamed('edition').get(version)).toMatchObject({ body: '第一条', number: 1 })
    await change(id, { state: 'published' })
    const editions = await (await as('wang'))
      .recordsNamed('edition')
      .list({ where: { publication: id }, sort: 'number' })
    expect(editions.items.map(({ values }) => [values.number, values.body, values.state])).toEqual([
      [1, '第一条', 'superseded'],
      [2, '第一条（修订）', 'in_force'],
    ])
  })

  it('is written by nobody, not by the head either', async () => {
    const id = await publish({})
    const version = (await mine('wang', id))?.id ?? ''
    const versions = (await as('zhang')).recordsNamed('edition')
    await expect(versions.update(version, { body: '改过' }, { version: 1 })).rejects.toMatchObject({ status: 403 })
    await expect(versions.remove(version)).rejects.toMatchObject({ status: 403 })
    await expect(publish({}, 'wang')).rejects.toMatchObject({ status: 403 })
  })

  it('is gone for its readers once it is withdrawn, or has come to its end', async () => {
    const [id, ended] = [await publish({}), await publish({ from: '2026-01-01', until: '2026-01-02' })]
    const version = (await mine('wang', id))?.id ?? ''
    await change(id, { state: 'withdrawn' })
    expect(await mine('wang', id)).toBeUndefined()
    await expect((await as('wang')).recordsNamed('edition').get(version)).rejects.toMatchObject({ status: 404 })
    expect(await mine('wang', ended)).toBeUndefined()
    const never = await (await texts()).create({ title: '草稿', body: '草稿' })
    await expect(change(never.id, { state: 'withdrawn' })).rejects.toMatchObject({ status: 422 })
  })

  it('waits for a second person where the house asks for one', async () => {
    const rules = house.system().recordsNamed('approval_rule')
    const people = [house.people.zhang.id]
    const rule = { object: 'publication', name: '发布审批', operations: ['update'], fields: ['state'], people }
    const { id: set } = await rules.create(rule)
    await house.kernel.reload()
    const { id } = await (await texts('chen')).create({ title: '放假通知', body: '下周一放假' })
    const { proposed } = await change(id, { state: 'published' }, 'chen')
    expect(await mine('wang', id)).toBeUndefined()
    const { hash } = await showProposal(await as('zhang'), String(proposed))
    await decide(await as('zhang'), String(proposed), { verdict: 'approve', hash })
    expect(await mine('wang', id)).toMatchObject({ number: 1 })
    await rules.remove(set)
    await house.kernel.reload()
  })
})

describe('the readers of a version', () => {
  it('are those of its roles and units, with the units below, and nobody else', async () => {
    const { north } = house.units
    const forNorth = await publish({ units: [north], mustRead: true })
    const forManagers = await publish({ roles: ['manager'] })
    expect(await mine('wang', forNorth)).toMatchObject({ waits: true })
    expect(await mine('sun', forNorth)).toMatchObject({ waits: true })
    expect(await mine('li', forNorth)).toBeUndefined()
    expect(await mine('chen', forManagers)).toMatchObject({ waits: false })
    expect(await mine('wang', forManagers)).toBeUndefined()
    const { people } = await readersOf(await as('zhang'), forNorth)
    const ids = people.map(({ id }) => id)
    expect(ids).toEqual(expect.arrayContaining([house.people.wang.id, house.people.sun.id]))
    expect(ids).not.toContain(house.people.li.id)
  })

  it('say themselves to have read it, once, and are asked again for the next version', async () => {
    const id = await publish({ mustRead: true })
    await confirm('wang', id)
    await confirm('wang', id)
    expect(await mine('wang', id)).toMatchObject({ waits: false, readAt: expect.any(String) })
    const receipts = house.system().recordsNamed('read_receipt')
    const given = await receipts.list({ where: { publication: id } })
    expect(given.items.map(({ values }) => [values.reader, values.number])).toEqual([[house.people.wang.id, 1]])
    for (const login of ['zhang', 'wang'])
      await expect(
        (await as(login)).recordsNamed('read_receipt').create({
          title: '代签',
          number: 1,
          reader: house.people.li.id,
          readAt: '2026-01-05T08:00:00Z',
        }),
      ).rejects.toMatchObject({ status: 403 })
    await change(id, { body: '第二版' })
    const old = (await mine('wang', id))?.id ?? ''
    await change(id, { state: 'published' })
    expect(await mine('wang', id)).toMatchObject({ waits: true, readAt: null })
    await expect(confirmReading(await as('wang'), old)).rejects.toMatchObject({ code: 'publication.not_current' })
  })

  it('need not say so again where its author says that they need not', async () => {
    const id = await publish({ mustRead: true, askAgain: false })
    await confirm('wang', id)
    await change(id, { body: '改一个错字' })
    await change(id, { state: 'published' })
    expect(await mine('wang', id)).toMatchObject({ number: 2, waits: false })
    expect(await mine('li', id)).toMatchObject({ waits: true })
  })

  it('are told, reminded, and counted for who leads it alone', async () => {
    const before = await told('li')
    const id = await publish({ mustRead: true, roles: ['clerk'] })
    expect(await told('li')).toHaveLength(before.length + 1)
    await confirm('wang', id)
    const { people } = await readersOf(await as('zhang'), id)
    const left = people.filter(({ readAt }) => !readAt).length
    expect(people.find((one) => one.id === house.people.wang.id)?.readAt).not.toBeNull()
    expect(await remindReaders(await as('zhang'), id)).toBe(left)
    expect(await told('li')).toContain('reminder')
    await expect(readersOf(await as('wang'), id)).rejects.toMatchObject({ status: 404 })
  })
})

describe('a post', () => {
  const duties = {
    kind: 'duties',
    title: '岗位职责：业务员',
    body: '对自己名下的档案负责',
    roles: ['clerk'],
    mustRead: true,
  }
  const seenBy = async (login: string, code: string) => (await posts(await as(login))).find((one) => one.code === code)

  it('shows its holders their duties, what they may do, follow and learn, and asks them to confirm', async () => {
    const id = await publish(duties)
    const procedure = await publish({ kind: 'procedure', title: '接待规范', roles: ['clerk'] })
    const [first] = await posts(await as('wang'))
    expect(first).toMatchObject({ code: 'clerk', own: true })
    const texts = first?.texts.filter(({ publication }) => [id, procedure].includes(publication))
    expect(texts?.map(({ kind, waits }) => [kind, waits]).sort()).toEqual([
      ['duties', true],
      ['procedure', false],
    ])
    const line = first?.may?.lines.find(({ objects }) => objects.some(({ en }) => en === 'Customer'))
    expect(line?.reaches).toEqual([{ scope: 'own', rights: ['read', 'create', 'update', 'print', 'reveal'] }])
    await confirm('wang', id)
    expect((await seenBy('wang', 'clerk'))?.texts.find(({ publication }) => publication === id)).toMatchObject({
      readAt: expect.any(String),
    })
  })

  it('is known to everybody by its duties alone, and by its rights to who leads', async () => {
    const id = await publish({ ...duties, title: '岗位职责：审计员', roles: ['auditor'] })
    expect(await seenBy('wang', 'auditor')).toMatchObject({ own: false, may: null })
    expect(await seenBy('wang', 'security_officer')).toBeUndefined()
    expect((await seenBy('chen', 'auditor'))?.may).toMatchObject({ duties: ['trail'] })
    expect(await mine('wang', id)).toBeUndefined()
  })

  it('is named by duties that are published', async () => {
    const draft = await (await texts()).create({ ...duties, roles: null })
    await expect(change(draft.id, { state: 'published' })).rejects.toMatchObject({ status: 422 })
  })
})
