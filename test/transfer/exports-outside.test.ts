import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decide, showProposal, sql } from '#kernel'
import { type House, openHouse } from '#test/house'
import { runJobs } from '#test/run-jobs'
import { actAs } from '#test/standing-actor'
import { cancelExport, fetchExport } from '../../src/modules/exports/index.ts'

/* An export to somebody outside of the company: who received what of whom, and when, stands on each customer's file. */

let house: House
const purposes = new Map<string, string>()
const as = (login: string) => actAs(house, login)

beforeAll(async () => {
  house = await openHouse()
  const system = house.system()
  await system.recordsNamed('company').create({ name: '示例公司' })
  for (const [code, basis] of [
    ['contract', 'contract'],
    ['survey', 'consent'],
  ])
    purposes.set(
      String(code),
      (await system.recordsNamed('purpose').create({ code, nameZh: code, nameEn: code, basis, active: true })).id,
    )
  await house.kernel.reload()
  const owner = house.people.chen.id
  const files = ['甲', '乙', '丙'].map((name) => ({ input: { name, owner, shortName: 'few' } }))
  await system.recordsNamed('customer').createMany(files)
})
afterAll(() => house.close())

const outside = { recipient: '迅达物流有限公司', recipientContact: '400-820-0001', means: 'medium' }

async function ask(login: string, more: Record<string, unknown> = {}) {
  const made = { object: 'customer', format: 'csv', columns: ['name', 'stage'], grounds: '配送' }
  const selection = { where: { shortName: 'few' } }
  const ctx = await as(login)
  return ctx
    .recordsNamed('export')
    .create({ ...made, selection, purpose: purposes.get('contract'), ...outside, ...more })
}

async function fetch(login: string, id: string): Promise<void> {
  for await (const _ of (await fetchExport(await as(login), id)).content);
}

const registered = async (number: unknown) => {
  const { items } = await house
    .system()
    .recordsNamed('disclosure')
    .list({ where: { details: { contains: String(number) } }, limit: 200 })
  return items.map(({ values }) => values)
}
const kept = () => house.kernel.db.rows(sql`select from file`)

describe('an export to somebody outside', () => {
  it('is registered on each customer’s file once it has been fetched, though its requester left', async () => {
    const { id, number } = await ask('chen')
    await runJobs(house)
    expect(await registered(number)).toEqual([])
    await fetch('chen', id)
    const users = house.system().recordsNamed('user')
    const { version } = await users.get(house.people.chen.id)
    await users.update(house.people.chen.id, { active: false }, { version })
    await runJobs(house)
    const lines = await registered(number)
    expect(new Set(lines.map(({ customer }) => customer)).size).toBe(3)
    const { fetchedAt: at } = await house.system().recordsNamed('export').get(id)
    const told = { purpose: purposes.get('contract'), responsible: house.people.chen.id, at, separateConsent: null }
    for (const line of lines) expect(line).toMatchObject({ ...outside, ...told, categories: ['name', 'other'] })
    expect(await kept()).toEqual([])
    await users.update(house.people.chen.id, { active: true }, { version: version + 1 })
    const [first] = lines
    const { items } = await (await as('chen'))
      .recordsNamed('disclosure')
      .list({ where: { customer: String(first?.customer) } })
    expect(items).toHaveLength(1)
  })

  it('stands there once for a customer with many records in several parts', async () => {
    const zhang = await as('zhang')
    const { id: customer } = await zhang.recordsNamed('customer').create({ name: '大客户' })
    const people = Array.from({ length: 1_001 }, (_, at) => ({ input: { customer, name: `联系人${at}` } }))
    await zhang.recordsNamed('contact').createMany(people)
    const selection = { where: { customer } }
    const { id, number } = await ask('zhang', { object: 'contact', columns: ['name', 'phone', 'birthday'], selection })
    await runJobs(house)
    await fetch('zhang', id)
    await runJobs(house)
    const lines = await registered(number)
    expect(lines).toMatchObject([{ customer, categories: ['name', 'contact', 'other'] }])
    const unfinished = sql`select from job where kind = 'disclosure' and state <> 'done'`
    expect(await house.kernel.db.rows(unfinished)).toEqual([])
  })

  it('leaves the register alone where it is never fetched, or goes to nobody outside', async () => {
    const cancelled = await ask('chen')
    await runJobs(house)
    await cancelExport(await as('chen'), cancelled.id)
    const inside = await ask('chen', { recipient: null, recipientContact: null, means: null })
    await runJobs(house)
    await fetch('chen', inside.id)
    await runJobs(house)
    for (const { number } of [cancelled, inside]) expect(await registered(number)).toEqual([])
    expect(await kept()).toEqual([])
  })

  it.each([
    ['purpose', { purpose: null }, 'field.required'],
    ['means', { means: null }, 'field.required'],
    ['separateConsent', {}, 'access.disclosure_consent'],
  ])('is refused without %s', async (path, more, code) => {
    const purpose = path === 'separateConsent' ? purposes.get('survey') : purposes.get('contract')
    await expect(ask('chen', { purpose, ...more })).rejects.toMatchObject({ status: 422, code, errors: [{ path }] })
  })

  it('is signed by somebody who sees to whom it goes', async () => {
    const { id, proposed } = await ask('chen', { columns: ['name', 'phone'] })
    const zhang = await as('zhang')
    const view = await showProposal(zhang, proposed ?? '')
    const told = Object.fromEntries(view.items.map(({ field, proposed: value }) => [field, value]))
    expect(told).toMatchObject(outside)
    await decide(zhang, proposed ?? '', { verdict: 'approve', hash: view.hash })
    await runJobs(house)
    await fetch('chen', id)
    await runJobs(house)
    const { number } = await house.system().recordsNamed('export').get(id)
    expect(await registered(number)).toHaveLength(3)
  })
})
