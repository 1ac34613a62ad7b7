import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Context, decide, renew, showProposal, sql, withdraw } from '#kernel'
import { foreseeApprovals } from '#modules/customisation'
import { starterApprovals } from '#shared/starter-approvals'
import { type House, openHouse } from '#test/house'
import { actAs } from '#test/standing-actor'

/* What waits for somebody is set by the house: by object, field, operation and case; and so is who signs. */

let house: House
const ids: Record<string, string> = {}
const rules: string[] = []

const as = (login: string): Promise<Context> => actAs(house, login)

beforeAll(async () => {
  house = await openHouse()
  await house.system().recordsNamed('company').create({ name: '示例公司' })
  for (const login of ['zhang', 'wang', 'li', 'chen', 'sun']) ids[login] = (await as(login)).actor.id ?? ''
  const units = house.system().recordsNamed('unit')
  await units.update(house.units.north, { manager: ids.chen })
})
afterAll(() => house.close())
afterEach(async () => {
  for (const id of rules.splice(0)) await house.system().recordsNamed('approval_rule').remove(id)
})

async function rule(values: Record<string, unknown>): Promise<string> {
  const whole = { object: 'customer', name: '规则', operations: ['update'], superior: true, ...values }
  const { id } = await (await as('zhang')).recordsNamed('approval_rule').create(whole)
  rules.push(id)
  return id
}

async function customer(values: Record<string, unknown> = {}): Promise<string> {
  const whole = { name: '北方公司', owner: ids.wang, unit: house.units.north, ...values }
  return (await house.system().recordsNamed('customer').create(whole)).id
}

async function change(login: string, id: string, patch: Record<string, unknown>, object = 'customer'): Promise<string> {
  const records = (await as(login)).recordsNamed(object)
  const { version } = await records.get(id)
  return (await records.update(id, patch, { version, reason: '来电要求' })).proposed ?? ''
}

async function approve(login: string, id: string): Promise<void> {
  const ctx = await as(login)
  const { hash } = await showProposal(ctx, id)
  await decide(ctx, id, { verdict: 'approve', hash })
}

const nobody = { code: 'proposal.no_signer_by_rule' }
const standIn = (absent: string | undefined, deputy: string | undefined) => ({
  absent,
  deputy,
  until: new Date(Date.now() + 86_400_000).toISOString(),
  grounds: '休假',
})
const stored = (id: string, object = 'customer') => house.system().recordsNamed(object).get(id)
const signers = async (id: string): Promise<string[]> => (await showProposal(await as('zhang'), id)).signers

describe('a rule', () => {
  it('makes a change of its fields wait for the superior, in its case, before or after', async () => {
    await rule({ fields: ['tier', 'fax'], when: { tier: 'vip' } })
    const [plain, vip] = [await customer(), await customer({ tier: 'vip' })]
    expect(await change('wang', plain, { fax: '010-88886666' })).toBe('')
    expect(await change('wang', vip, { website: 'https://example.com' })).toBe('')
    const raised = await change('wang', plain, { tier: 'vip' })
    expect((await stored(plain)).tier ?? null).not.toBe('vip')
    expect(await signers(raised)).toEqual([ids.chen])
    await approve('chen', raised)
    expect((await stored(plain)).tier).toBe('vip')
    const lowered = await change('wang', vip, { tier: 'ordinary' })
    expect(lowered).not.toBe('')
    await expect(approve('zhang', lowered)).rejects.toMatchObject({ code: 'access.forbidden' })
    await expect(approve('wang', lowered)).rejects.toMatchObject({ code: 'proposal.own' })
    await approve('chen', lowered)
    expect((await stored(vip)).tier).toBe('ordinary')
  })

  it('looks for a leader above the maker’s own unit where the maker leads it, and passes over who has left', async () => {
    const units = house.system().recordsNamed('unit')
    await units.update(house.units.northEast, { manager: ids.sun })
    await rule({ fields: ['fax'] })
    const id = await customer({ owner: ids.sun, unit: house.units.northEast })
    expect(await signers(await change('sun', id, { fax: '010-88880001' }))).toEqual([ids.chen])
    await units.update(house.units.northEast, { manager: ids.li })
    await house
      .system()
      .recordsNamed('user')
      .update(ids.li ?? '', { active: false })
    expect(await signers(await change('sun', id, { fax: '010-88880002' }))).toEqual([ids.chen])
    await house
      .system()
      .recordsNamed('user')
      .update(ids.li ?? '', { active: true })
    await units.update(house.units.northEast, { manager: null })
  })

  it('goes to who heads the company where nobody leads above the maker, of whom another one has to be there', async () => {
    const users = house.system().recordsNamed('user')
    await rule({ fields: ['fax'] })
    const id = await customer({ owner: ids.chen })
    expect(await signers(await change('chen', id, { fax: '010-88880011' }))).toEqual([ids.zhang])
    await expect(change('zhang', id, { fax: '010-88880012' })).rejects.toMatchObject(nobody)
    await users.update(ids.sun ?? '', { role: 'head' })
    expect(await signers(await change('zhang', id, { fax: '010-88880013' }))).toEqual([ids.sun])
    await users.update(ids.sun ?? '', { role: 'manager' })
  })

  it('is met by whoever stands in for who is away, and does not concern roles that are exempt', async () => {
    await rule({ fields: ['fax'], exempt: ['head'] })
    const id = await customer({ collaborators: [ids.sun] })
    const asked = await change('wang', id, { fax: '010-88880003' })
    const away = await house.system().recordsNamed('delegation').create(standIn(ids.chen, ids.sun))
    expect(await signers(asked)).toEqual(expect.arrayContaining([ids.chen, ids.sun]))
    await approve('sun', asked)
    await house.system().recordsNamed('delegation').remove(away.id)
    expect(await change('zhang', id, { fax: '010-88880004' })).toBe('')
    expect((await stored(id)).fax).toBe('+861088880004')
  })

  it('holds for what is new, goes and comes back as well, also on a file', async () => {
    await rule({ object: 'contact', operations: ['create', 'delete', 'restore'], superior: false, roles: ['head'] })
    const file = await customer()
    const contacts = (await as('wang')).recordsNamed('contact')
    const { proposed, id } = await contacts.create({ customer: file, name: '王晓东' })
    await expect(stored(id, 'contact')).rejects.toMatchObject({ status: 404 })
    await approve('zhang', proposed ?? '')
    expect((await stored(id, 'contact')).name).toBe('王晓东')
    const gone = await contacts.remove(id)
    await approve('zhang', gone.proposed ?? '')
    await expect(stored(id, 'contact')).rejects.toMatchObject({ status: 404 })
    const back = await contacts.restore(id)
    await approve('zhang', back.proposed ?? '')
    expect((await stored(id, 'contact')).name).toBe('王晓东')
  })

  it('adds to what the object asks for by itself: who signs has to meet both, as all rules that fit', async () => {
    await rule({ fields: ['level'], superior: false, people: [ids.chen] })
    const id = await customer({ level: '2' })
    await expect(change('wang', id, { level: '1' })).rejects.toMatchObject(nobody)
    await rule({ name: '二', fields: ['fax'], superior: false, people: [ids.chen, ids.zhang] })
    await rule({ name: '三', fields: ['fax'], superior: false, roles: ['head'] })
    expect(await signers(await change('wang', id, { fax: '010-88880005' }))).toEqual([ids.zhang])
  })

  it('leaves those it named in charge when it ends, and the change is made at once when brought again', async () => {
    const made = await rule({ fields: ['fax'] })
    const id = await customer()
    const asked = await change('wang', id, { fax: '010-88880006' })
    await house.system().recordsNamed('approval_rule').remove(made)
    rules.length = 0
    expect(await showProposal(await as('zhang'), asked)).toMatchObject({ needless: true, signers: [ids.chen] })
    // It goes on to be seen by whoever sees the file.
    await house.system().recordsNamed('customer').update(id, { owner: ids.li, unit: house.units.south })
    await expect(showProposal(await as('wang'), asked)).rejects.toMatchObject({ status: 404 })
    await house.system().recordsNamed('customer').update(id, { owner: ids.wang, unit: house.units.north })
    expect(await renew(await as('wang'), asked)).toBeNull()
    expect((await stored(id)).fax).toBe('+861088880006')
  })

  it('is refreshed where the file has changed, never forced', async () => {
    await rule({ fields: ['fax'] })
    const id = await customer()
    const asked = await change('wang', id, { fax: '010-88880007' })
    await house.system().recordsNamed('customer').update(id, { fax: '010-88880008' })
    await expect(approve('chen', asked)).rejects.toMatchObject({ code: 'proposal.outdated' })
    expect((await stored(id)).fax).toBe('+861088880008')
    const anew = await renew(await as('wang'), asked)
    await approve('chen', anew ?? '')
    expect((await stored(id)).fax).toBe('+861088880007')
    const again = await change('wang', id, { fax: '010-88880009' })
    await withdraw(await as('wang'), again)
    await expect(approve('chen', again)).rejects.toMatchObject({ code: 'proposal.settled' })
  })
})

describe('who has the right from the maker alone', () => {
  it('does not sign by a role that the maker gave, but by one that another gave', async () => {
    const role = await house
      .system()
      .recordsNamed('role')
      .create({
        nameZh: '复核',
        nameEn: 'Checker',
        grants: [{ objects: ['area:files', 'area:proposals'], rights: ['read'], scope: 'all' }],
        clearance: '2',
      })
    await house.kernel.reload()
    await rule({ fields: ['fax'], superior: false, roles: [role.id] })
    const held = { user: ids.li, role: role.id, grounds: '复核' }
    const byMaker = await (await as('zhang')).recordsNamed('role_assignment').create(held)
    const id = await customer()
    await expect(change('zhang', id, { fax: '010-88880001' })).rejects.toMatchObject(nobody)
    const asked = await change('wang', id, { fax: '010-88880002' })
    expect(await signers(asked)).toEqual([ids.li])
    const byOther = await house.system().recordsNamed('role_assignment').create(held)
    const second = await change('zhang', id, { fax: '010-88880003' })
    expect(await signers(second)).toEqual([ids.li])
    await house.system().recordsNamed('role_assignment').remove(byOther.id)
    expect((await showProposal(await as('li'), second)).bar).toBe('access.forbidden')
    await expect(approve('li', second)).rejects.toMatchObject({ code: 'access.forbidden' })
    await approve('li', asked)
    await house.system().recordsNamed('role_assignment').remove(byMaker.id)
  })

  it('does not sign as the maker’s own deputy, nor by a file that the maker shares', async () => {
    await rule({ fields: ['fax'], superior: false, people: [ids.li] })
    const id = await customer()
    await house.system().recordsNamed('delegation').create(standIn(ids.wang, ids.li))
    await expect(change('wang', id, { fax: '010-88880001' })).rejects.toMatchObject(nobody)
    const team = (await as('wang')).recordsNamed('team_member')
    const share = await team.create({ customer: id, user: ids.li, access: 'read' })
    await expect(change('wang', id, { fax: '010-88880001' })).rejects.toMatchObject(nobody)
    await team.remove(share.id)
    // Nor by a file that the maker shares with whom one stands in for.
    const passed = await team.create({ customer: id, user: ids.sun, access: 'read' })
    await house.system().recordsNamed('delegation').create(standIn(ids.sun, ids.li))
    await expect(change('wang', id, { fax: '010-88880001' })).rejects.toMatchObject(nobody)
    await team.remove(passed.id)
    await house.system().recordsNamed('team_member').create({ customer: id, user: ids.li, access: 'read' })
    const asked = await change('wang', id, { fax: '010-88880001' })
    expect(await signers(asked)).toEqual([ids.li])
    await approve('li', asked)
  })
})

describe('the rules themselves', () => {
  it('are changed and ended by two as soon as there are two, and tightened by one', async () => {
    const id = await rule({ fields: ['fax'] })
    const mine = (await as('zhang')).recordsNamed('approval_rule')
    expect((await mine.update(id, { fields: ['fax', 'website'] }, { version: 1 })).proposed).toBeUndefined()
    const second = await house.system().recordsNamed('user').create({ name: '周', login: 'zhou', role: 'head' })
    expect((await mine.update(id, { note: '说明' }, { version: 2 })).proposed).toBeUndefined()
    const { proposed } = await mine.update(id, { fields: ['website'] }, { version: 3 })
    await expect(approve('zhang', proposed ?? '')).rejects.toMatchObject({ code: 'proposal.own' })
    const file = await customer()
    expect(await change('wang', file, { fax: '010-88880001' })).not.toBe('')
    await approve('zhou', proposed ?? '')
    expect(await change('wang', file, { fax: '010-88880002' })).toBe('')
    const end = await mine.remove(id)
    expect(await change('wang', file, { website: 'https://example.com' })).not.toBe('')
    await approve('zhou', end.proposed ?? '')
    rules.length = 0
    expect(await change('wang', file, { website: 'https://example.com' })).toBe('')
    await house.system().recordsNamed('user').update(second.id, { active: false })
  })

  it.each([
    ['approval.nobody_signs', { superior: false }],
    ['approval.role_unknown', { roles: ['no_such_role'] }],
    ['approval.list_unfit', { fields: { fax: true } }],
    ['approval.object_unfit', { object: 'change_request' }],
    ['approval.object_unfit', { object: 'export' }],
    ['definition.object_unknown', { object: 'no_such_object' }],
    ['request.unknown_field', { fields: ['noSuchField'] }],
    ['request.unknown_field', { when: { noSuchField: 'a' } }],
  ])('are refused with %s', async (code, values) => {
    await expect(rule(values)).rejects.toMatchObject({ code })
  })

  it('are begun with the usual ones, each of which can be put in force as it is offered', async () => {
    for (const { name, note, ...usual } of starterApprovals) {
      const id = await rule({ ...usual, name: name.zh, note: note.zh })
      expect(await house.system().recordsNamed('approval_rule').get(id)).toMatchObject({
        name: name.zh,
        superior: true,
      })
    }
    const file = await customer({ tier: 'ordinary' })
    expect(await change('wang', file, { tier: 'vip' })).not.toBe('')
  })

  it('say before they are saved how much they would hold back', async () => {
    const before = await foreseeApprovals(await as('zhang'), { ...preview, when: { name: '预览公司' } })
    expect(before).toMatchObject({ matching: 0, waiting: 0, days: 30 })
    const id = await customer({ name: '预览公司' })
    await change('wang', id, { fax: '010-88880001', website: 'https://example.com' })
    await change('wang', id, { website: 'https://example.org' })
    const foresee = async (values: object) => foreseeApprovals(await as('zhang'), { ...preview, ...values })
    expect(await foresee({ when: { name: '预览公司' } })).toMatchObject({
      records: before.records + 1,
      matching: 1,
      changes: before.changes + 3,
      waiting: 1,
    })
    expect(await foresee({ when: { name: '预览公司' }, fields: [] })).toMatchObject({ waiting: 2 })
    expect(await foresee({ when: { name: '预览公司' }, fields: [], exempt: ['clerk'] })).toMatchObject({ waiting: 0 })
    expect(await foresee({ when: { name: '预览公司' }, operations: ['create'] })).toMatchObject({ waiting: 1 })
    expect(await foresee({})).toMatchObject({ unsigned: true })
    expect(await foresee({ exempt: ['head'] })).toMatchObject({ unsigned: false })
    expect(await foresee({ people: [ids.sun] })).toMatchObject({ unsigned: false })
    await expect(foreseeApprovals(await as('wang'), preview)).rejects.toMatchObject({ code: 'access.forbidden' })
  })
})

const preview = { object: 'customer', operations: ['update'], fields: ['fax'], superior: true }

const rounds = process.env.LONG ? 5_000 : 3
const atMost = process.env.LONG ? 3_600_000 : 30_000

it('is applied exactly once, however many approve at the same moment', { timeout: atMost }, async () => {
  await rule({ fields: ['fax'], superior: false, roles: ['head', 'manager'] })
  const heads = await Promise.all(
    Array.from({ length: 15 }, (_, at) =>
      house
        .system()
        .recordsNamed('user')
        .create({ name: `负责人${at}`, login: `head${at}`, role: 'head' }),
    ),
  )
  const actors = await Promise.all(['wang', ...heads.map((_, at) => `head${at}`)].map(as))
  const id = await customer()
  for (let round = 0; round < rounds; round++) {
    const asked = await change('wang', id, { fax: `010-8888${1_000 + round}` })
    const { hash } = await showProposal(await as('zhang'), asked)
    const outcomes = await Promise.allSettled(actors.map((ctx) => decide(ctx, asked, { verdict: 'approve', hash })))
    const codes = outcomes.map((outcome) => (outcome.status === 'fulfilled' ? 'done' : outcome.reason.code))
    expect(codes.filter((code) => code === 'done')).toHaveLength(1)
    expect(['proposal.own', 'proposal.settled']).toContain(codes[0])
    expect(codes.filter((code) => code === 'proposal.settled').length).toBeGreaterThanOrEqual(14)
    expect((await stored(id)).version).toBe(round + 2)
    expect((await stored(id)).fax).toBe(`+86108888${1_000 + round}`)
  }
  const [line] = await house.kernel.db.rows<{ count: number }>(
    sql`select count(*)::integer as count from audit_event where action = 'decide' and record = ${id}::uuid`,
  )
  expect(line?.count).toBe(rounds)
})
