import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Context, decide, renew, showProposal, sql } from '#kernel'
import { errorSentence } from '#shared/app-error'
import type { Locale } from '#shared/label'
import { type House, openHouse } from '#test/house'
import { switchMode } from '#test/officers'
import { actAs } from '#test/standing-actor'

/* Between asking and signing the mode and the roles may change: who signs is asked again, and nobody waits in the dark. */

let house: House
const ids: Record<string, string> = {}

const as = (login: string): Promise<Context> => actAs(house, login)

beforeAll(async () => {
  house = await openHouse()
  const users = house.system().recordsNamed('user')
  await house.system().recordsNamed('company').create({ name: '示例公司' })
  for (const [login, role] of [
    ['gao', 'system_admin'],
    ['wu', 'security_officer'],
    ['lin', 'auditor'],
  ])
    await users.create({ name: login, login, role })
  for (const login of ['zhang', 'sun', 'li', 'gao', 'wu', 'lin']) ids[login] = (await as(login)).actor.id ?? ''
  await switchMode(house.kernel, true)
})
afterAll(() => house.close())

async function change(by: string, object: string, id: string, patch: Record<string, unknown>): Promise<string> {
  const records = (await as(by)).recordsNamed(object)
  const { version } = await records.get(id)
  return (await records.update(id, patch, { version })).proposed ?? ''
}

async function approve(by: string, id: string): Promise<void> {
  const ctx = await as(by)
  const { hash } = await showProposal(ctx, id)
  await decide(ctx, id, { verdict: 'approve', hash })
}

const signers = async (id: string): Promise<string[]> => (await showProposal(await as('zhang'), id)).signers
const userIs = async (login: string) =>
  house
    .system()
    .recordsNamed('user')
    .get(ids[login] ?? '')
const setSystem = (login: string, patch: Record<string, unknown>) =>
  house
    .system()
    .recordsNamed('user')
    .update(ids[login] ?? '', patch)

describe('who could sign', () => {
  it('is told with their names: those with the duty, but for who asked and whom it is about', async () => {
    const asked = await change('gao', 'user', ids.sun ?? '', { clearance: '1' })
    const view = await showProposal(await as('gao'), asked)
    expect(new Set(view.signers)).toEqual(new Set([ids.zhang, ids.wu]))
    expect(view.titles[ids.wu ?? '']).toBe('wu')
    const byHead = await change('zhang', 'user', ids.sun ?? '', { clearance: '2' })
    expect(await signers(byHead)).toEqual([ids.wu])
    const aboutWu = await change('zhang', 'user', ids.wu ?? '', { clearance: '1' })
    expect(await signers(aboutWu)).toEqual([])
    expect((await showProposal(await as('wu'), aboutWu)).bar).toBe('access.own_rights')
    const wu = await as('wu')
    const { hash } = await showProposal(wu, aboutWu)
    await expect(decide(wu, aboutWu, { verdict: 'reject', hash })).rejects.toMatchObject({ code: 'access.own_rights' })
  })

  it('is told of those alone who see the request', async () => {
    const asked = await change('gao', 'user', ids.sun ?? '', { clearance: '1' })
    const narrow = sql`update change_request set acl_read = '{1}' where id = ${asked}::uuid`
    await house.system().transaction((tx) => tx.db.rows(narrow))
    expect(await signers(asked)).toEqual([ids.zhang])
  })

  it('ends and begins with the duty, not with the asking', async () => {
    const asked = await change('zhang', 'user', ids.sun ?? '', { clearance: '1' })
    await setSystem('wu', { role: 'clerk' })
    expect(await signers(asked)).toEqual([])
    await expect(approve('wu', asked)).rejects.toMatchObject({ status: 404 })
    await setSystem('lin', { role: 'security_officer' })
    expect(await signers(asked)).toEqual([ids.lin])
    await approve('lin', asked)
    expect((await userIs('sun')).clearance).toBe('1')
    await setSystem('wu', { role: 'security_officer' })
    await setSystem('lin', { role: 'auditor' })
  })

  it('is whom the rules ask for now', async () => {
    const { hooks } = (await as('zhang')).type('unit')
    const [unit] = Object.values(house.units)
    const [, other] = Object.values(house.units)
    const asked = await change('zhang', 'unit', other ?? '', { parent: unit })
    const before = hooks.approval
    hooks.approval = () => ({ duties: ['trail'] })
    try {
      expect(await signers(asked)).toEqual([ids.lin])
      await expect(approve('wu', asked)).rejects.toMatchObject({ code: 'access.forbidden' })
      expect((await showProposal(await as('lin'), asked)).bar).toBeNull()
    } finally {
      hooks.approval = before
    }
  })
})

describe('a change that waits while the mode is turned off', () => {
  it('may still be signed by those it was kept for, and by nobody else', async () => {
    const asked = await change('zhang', 'user', ids.li ?? '', { clearance: '1' })
    await switchMode(house.kernel, false)
    const view = await showProposal(await as('zhang'), asked)
    expect(view).toMatchObject({ needless: true, bar: 'proposal.own', signers: [ids.wu] })
    await expect(approve('lin', asked)).rejects.toMatchObject({ code: 'access.forbidden' })
    await approve('wu', asked)
    expect((await userIs('li')).clearance).toBe('1')
  })

  it('is made at once when its maker brings it again, marked as one person’s alone', async () => {
    await switchMode(house.kernel, true)
    const asked = await change('zhang', 'user', ids.li ?? '', { clearance: '2' })
    expect((await showProposal(await as('zhang'), asked)).needless).toBe(false)
    await switchMode(house.kernel, false)
    expect(await renew(await as('zhang'), asked)).toBeNull()
    expect((await userIs('li')).clearance).toBe('2')
    const [line] = await house.kernel.db.rows<{ body: string }>(
      sql`select body from audit_event where object = 'user' and action = 'update' order by id desc limit 1`,
    )
    expect(line?.body).toContain('"alone":true')
    await switchMode(house.kernel, true)
  })
})

describe('a role', () => {
  it('is neither changed nor signed by who holds it, though they came to it after the asking', async () => {
    const system = house.system()
    const made = await system.recordsNamed('role').create({ nameZh: '代理', nameEn: 'Deputy keeper', clearance: '1' })
    await house.kernel.reload()
    const second = await system.recordsNamed('user').create({ name: '周', login: 'zhou', role: 'head' })
    const asked = await change('zhang', 'role', made.id, { clearance: '3' })
    expect(new Set(await signers(asked))).toEqual(new Set([ids.wu, second.id]))
    const held = { user: second.id, role: made.id, grounds: '代班' }
    const { id } = await system.recordsNamed('role_assignment').create(held)
    expect(await signers(asked)).toEqual([ids.wu])
    await expect(approve('zhou', asked)).rejects.toMatchObject({ code: 'access.own_rights' })
    await expect(change('zhou', 'role', made.id, { clearance: '2' })).rejects.toMatchObject({
      code: 'access.own_rights',
    })
    await system.recordsNamed('role_assignment').update(id, { until: new Date(Date.now() - 1000).toISOString() })
    expect(await signers(asked)).toContain(second.id)
  })
})

describe('what no longer fits', () => {
  const causeFor = async (locale: Locale, id: string) =>
    (await showProposal((await as('zhang')).with({ locale }), id)).cause

  it('says why, to who signs and on the request, in the language of whoever reads it', async () => {
    const asked = await change('gao', 'user', ids.sun ?? '', { clearance: '3' })
    await setSystem('gao', { role: 'clerk' })
    const refused = await approve('zhang', asked).catch((error: unknown) => error)
    expect(refused).toMatchObject({ code: 'proposal.outdated', params: { reason: expect.stringMatching(/权限/) } })
    expect(await causeFor('zh', asked)).toBe(errorSentence('access.forbidden', {}, 'zh'))
    expect(await causeFor('en', asked)).toBe(errorSentence('access.forbidden', {}, 'en'))
    const { verdict } = await house.system().recordsNamed('change_request').get(asked)
    expect(verdict).toBeNull()
    await setSystem('gao', { role: 'system_admin' })
  })

  it('names the fields that have changed as its reader knows them', async () => {
    const asked = await change('gao', 'user', ids.sun ?? '', { clearance: '3' })
    await change('gao', 'user', ids.sun ?? '', { title: '组长' })
    await expect(approve('zhang', asked)).rejects.toMatchObject({ code: 'proposal.outdated' })
    expect(await causeFor('zh', asked)).toContain('（岗位）')
    expect(await causeFor('en', asked)).toContain('(Position)')
  })
})
