import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Context, decide, type Role, showProposal } from '#kernel'
import { setExportBound } from '#test/export-bound'
import { type House, openHouse } from '#test/house'
import { appointOfficers, switchMode } from '#test/officers'
import { runJobs } from '#test/run-jobs'
import { actAs } from '#test/standing-actor'
import { fetchExport } from '../../src/modules/exports/index.ts'

/* Who signs an export where officers look after the house or few people are there, and what bounds it that somebody has signed. */

let house: House
const as = (login: string) => actAs(house, login)

beforeAll(async () => {
  house = await openHouse()
  const system = house.system()
  await system.recordsNamed('company').create({ name: '示例公司' })
  const sealed = { object: 'customer', kind: 'text', labelZh: '执照', labelEn: 'Licence', level: '1', sealed: true }
  await system.recordsNamed('custom_field').create({ ...sealed, name: 'licence' })
  await house.kernel.reload()
  const owner = house.people.chen.id
  const files = ['甲', '乙', '丙'].map((name) => ({ input: { name, owner, shortName: 'few' } }))
  await system.recordsNamed('customer').createMany(files)
  await appointOfficers(house.kernel)
})
afterAll(() => house.close())

async function ask(who: string | Context, more: Record<string, unknown> = {}) {
  const ctx = typeof who === 'string' ? await as(who) : who
  const made = { object: 'customer', format: 'csv', columns: ['name'], selection: { where: { shortName: 'few' } } }
  return ctx.recordsNamed('export').create({ ...made, grounds: '对账', ...more })
}

const signersOf = async (proposal: string | undefined) => {
  const { signers } = await showProposal(await as('zhang'), proposal ?? '')
  return signers
}

/** Somebody in a house with other roles; a copy, for the house itself reads its roles again when it hears of a change. */
function withRoles(login: string, change: (role: Role) => Role): Promise<Context> {
  const roles = new Map([...house.kernel.roles].map(([code, role]) => [code, change(role)]))
  return actAs({ ...house, kernel: { ...house.kernel, roles } }, login)
}

describe('in three-officer mode', () => {
  beforeAll(() => switchMode(house.kernel, true))
  afterAll(() => switchMode(house.kernel, false))

  it('level 3 is signed by the security officer alone, level 2 by somebody above as well', async () => {
    const officer = (await as('security_officer')).actor.id
    const secret = await ask('chen', { columns: ['name', 'secretRemarks'] })
    expect(await signersOf(secret.proposed)).toEqual([officer])
    const important = await ask('chen', { columns: ['name', 'phone'] })
    expect(new Set(await signersOf(important.proposed))).toEqual(new Set([officer, house.people.zhang.id]))
  })

  it('nobody makes alone what has to be signed, also where nobody else could sign at that moment', async () => {
    const users = house.system().recordsNamed('user')
    const { actor } = await as('security_officer')
    const { version } = await users.get(actor.id ?? '')
    await users.update(actor.id ?? '', { active: false }, { version })
    const asked = await ask('zhang', { columns: ['name', 'phone'] })
    await users.update(actor.id ?? '', { active: true }, { version: version + 1 })
    expect(asked.proposed).toEqual(expect.any(String))
  })
})

describe('before it', () => {
  it('whoever holds no such duty waits, though nobody could sign', async () => {
    const noDuties = (role: Role): Role => ({ ...role, duties: [] })
    const { proposed } = await ask(await withRoles('chen', noDuties), { columns: ['name', 'phone'] })
    expect(proposed).toEqual(expect.any(String))
  })

  it('a sealed column is signed, whatever level a company has given it', async () => {
    const { proposed } = await ask('chen', { columns: ['name', 'licence'] })
    expect(proposed).toEqual(expect.any(String))
  })

  it('a column that is hidden from somebody is none', async () => {
    const fields = [{ object: 'customer', field: 'annualRevenue', access: 'hidden' as const }]
    const hiding = (role: Role): Role => (role.code === 'manager' ? { ...role, fields } : role)
    const refused = { status: 422, code: 'request.unknown_field', errors: [{ path: 'columns' }] }
    const asked = ask(await withRoles('chen', hiding), { columns: ['name', 'annualRevenue'] })
    await expect(asked).rejects.toMatchObject(refused)
  })

  it('has the level that was signed, though a record has risen meanwhile', async () => {
    await setExportBound(house, 0)
    const { id, proposed } = await ask('chen')
    const customers = house.system().recordsNamed('customer')
    const [risen] = (await customers.list({ where: { name: '甲' } })).items
    await customers.update(risen?.id ?? '', { level: '2' })
    const zhang = await as('zhang')
    const { hash } = await showProposal(zhang, proposed ?? '')
    await decide(zhang, proposed ?? '', { verdict: 'approve', hash })
    await customers.update(risen?.id ?? '', { level: '1' })
    await setExportBound(house, 250)
    expect(await house.system().recordsNamed('export').get(id)).toMatchObject({ level: 1 })
  })

  it('is not fetched for a purpose that its requester no longer has', async () => {
    const input = { code: 'care', nameZh: '服务', nameEn: 'Care', basis: 'contract' }
    const purpose = await house.system().recordsNamed('purpose').create(input)
    await house.kernel.reload()
    const { id } = await ask('chen', { purpose: purpose.id })
    await runJobs(house)
    const none = (role: Role): Role => ({ ...role, purposes: [] })
    const fetched = fetchExport(await withRoles('chen', none), id)
    await expect(fetched).rejects.toMatchObject({ code: 'access.purpose_not_held' })
    expect((await fetchExport(await as('chen'), id)).name).toContain('.csv')
  })
})
