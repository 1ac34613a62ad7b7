import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Context, decide, renew, showProposal, sql, withdraw } from '#kernel'
import { type House, openHouse } from '#test/house'
import { actAs } from '#test/standing-actor'

let house: House
let security: Context
const people: Record<string, string> = {}

const as = (login: string, options?: { proven: boolean }): Promise<Context> => actAs(house, login, options)

async function companyOf(ctx: Context): Promise<{ id: string; version: number }> {
  const [item] = (await ctx.recordsNamed('company').list({ limit: 1 })).items
  if (!item) throw new Error('no company')
  return item
}

async function setMode(ctx: Context, threeOfficers: boolean) {
  const { id, version } = await companyOf(ctx)
  return ctx.recordsNamed('company').update(id, { threeOfficers }, { version })
}

async function stateOf(id: string): Promise<unknown> {
  return (await house.system().recordsNamed('change_request').get(id)).state
}

async function approve(ctx: Context, id: string): Promise<void> {
  const { hash } = await showProposal(ctx, id)
  await decide(ctx, id, { verdict: 'approve', hash })
}

/** Changes the named colleague's role as somebody; the proposal that stands instead. */
async function proposeRole(ctx: Context, login: string, role: string): Promise<string> {
  const [item] = (await ctx.recordsNamed('user').list({ where: { login }, limit: 1 })).items
  const answer = await ctx.recordsNamed('user').update(item?.id ?? '', { role }, { version: item?.version ?? 0 })
  return answer.proposed ?? ''
}

const roleOf = async (login: string): Promise<string> => (await as(login)).actor.role

beforeAll(async () => {
  house = await openHouse()
  const system = house.system()
  await system.recordsNamed('company').create({ name: '示例公司' })
  for (const [login, name, role] of [
    ['gao', '高洁', 'system_admin'],
    ['wu', '吴安', 'security_officer'],
  ] as const)
    people[login] = (await system.recordsNamed('user').create({ name, login, role })).id
})
afterAll(() => house.close())

describe('three-officer mode', () => {
  it('is turned on by the head alone, once there is somebody for each office', async () => {
    await expect(setMode(await as('zhang'), true)).rejects.toMatchObject({ code: 'access.officers_missing' })
    await house.system().recordsNamed('user').create({ name: '林审', login: 'lin', role: 'auditor' })
    await expect(setMode(await as('gao'), true)).rejects.toMatchObject({ code: 'access.head_alone' })
    await expect(setMode(await as('zhang', { proven: false }), true)).rejects.toMatchObject({
      code: 'access.proof_needed',
    })
    const alone = await proposeRole(await as('zhang'), 'sun', 'manager')
    expect(alone).toBe('')
    await setMode(await as('zhang'), true)
    expect(house.kernel.settings.threeOfficers).toBe(true)
    security = await as('wu')
  })

  it('leaves the trail a mark of rights that one person changed alone before it', async () => {
    const [line] = await house.kernel.db.rows<{ body: string }>(
      sql`select body from audit_event where object = 'user' and action = 'update' order by id desc limit 1`,
    )
    expect(line?.body).toContain('"alone":true')
  })

  it('takes the duties of the house from the business, and leaves it the right to appoint and to sign exports', async () => {
    expect((await as('zhang')).actor.duties).toEqual(['appoint', 'exports'])
    expect((await as('wu')).actor.duties).toEqual(['keys', 'roles'])
  })
})

describe('a change of rights', () => {
  it('stands as a proposal until somebody else signs exactly it', async () => {
    const zhang = await as('zhang')
    const id = await proposeRole(zhang, 'li', 'manager')
    expect(await roleOf('li')).toBe('clerk')
    await expect(approve(zhang, id)).rejects.toMatchObject({ code: 'proposal.own' })
    await expect(approve(await as('lin'), id)).rejects.toMatchObject({ code: 'access.forbidden' })
    await expect(approve(await as('wang'), id)).rejects.toMatchObject({ status: 404 })
    await expect(decide(security, id, { verdict: 'approve', hash: '0'.repeat(64) })).rejects.toMatchObject({
      code: 'proposal.changed',
    })
    const view = await showProposal(security, id)
    expect(view.items).toEqual([{ field: 'role', live: 'clerk', proposed: 'manager' }])
    expect(view.bar).toBeNull()
    await decide(security, id, { verdict: 'approve', hash: view.hash })
    expect(await roleOf('li')).toBe('manager')
    expect(await stateOf(id)).toBe('approved')
    await expect(approve(security, id)).rejects.toMatchObject({ code: 'proposal.settled' })
  })

  it('is called what its record is called in each language', async () => {
    const made = await (await as('wu')).recordsNamed('role').create({ nameZh: '调查员', nameEn: 'Interviewer' })
    const { subject } = await house
      .system()
      .recordsNamed('change_request')
      .get(made.proposed ?? '')
    expect(subject).toBe('调查员 / Interviewer')
  })

  it('is signed once, however many sign at the same moment', async () => {
    const id = await proposeRole(await as('zhang'), 'sun', 'clerk')
    const { hash } = await showProposal(security, id)
    const signed = await Promise.allSettled(
      Array.from({ length: 8 }, () => decide(security, id, { verdict: 'approve', hash })),
    )
    expect(signed.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await roleOf('sun')).toBe('clerk')
  })

  it('needs a fresh proof of who signs', async () => {
    const id = await proposeRole(await as('zhang'), 'sun', 'manager')
    await expect(approve(await as('wu', { proven: false }), id)).rejects.toMatchObject({ code: 'access.proof_needed' })
    expect(await stateOf(id)).toBe('pending')
    await withdraw(await as('zhang'), id)
    expect(await stateOf(id)).toBe('withdrawn')
    await expect(approve(security, id)).rejects.toMatchObject({ code: 'proposal.settled' })
  })

  it('is nobody’s own, neither asked for nor signed for', async () => {
    const [wu] = (await security.recordsNamed('user').list({ where: { login: 'wu' }, limit: 1 })).items
    const zhang = await as('zhang')
    await expect(proposeRole(security, 'wu', 'auditor')).rejects.toMatchObject({ code: 'access.forbidden' })
    const gao = await as('gao')
    await expect(proposeRole(gao, 'gao', 'auditor')).rejects.toMatchObject({ code: 'access.own_rights' })
    const answer = await zhang.recordsNamed('user').update(wu?.id ?? '', { clearance: '1' }, { version: wu?.version })
    await expect(approve(security, answer.proposed ?? '')).rejects.toMatchObject({ code: 'access.own_rights' })
  })

  it('gives nothing that neither of the two holds', async () => {
    const gao = await as('gao')
    const id = await proposeRole(gao, 'sun', 'manager')
    await expect(approve(security, id)).rejects.toMatchObject({ code: 'access.not_yours_to_give' })
    await approve(await as('zhang'), id)
    expect(await roleOf('sun')).toBe('manager')
  })

  it('is outdated by another change, and can be renewed', async () => {
    const zhang = await as('zhang')
    const id = await proposeRole(zhang, 'sun', 'clerk')
    const [sun] = (await zhang.recordsNamed('user').list({ where: { login: 'sun' }, limit: 1 })).items
    await zhang.recordsNamed('user').update(sun?.id ?? '', { title: '组长' }, { version: sun?.version })
    await expect(approve(security, id)).rejects.toMatchObject({ code: 'proposal.outdated' })
    expect(await stateOf(id)).toBe('outdated')
    expect(await roleOf('sun')).toBe('manager')
    const again = await renew(zhang, id)
    await approve(security, again ?? '')
    expect(await roleOf('sun')).toBe('clerk')
  })

  it('falls with the right of who asked for it', async () => {
    const gao = await as('gao')
    const id = await proposeRole(gao, 'sun', 'manager')
    const system = house.system()
    await system.recordsNamed('user').update(people.gao ?? '', { active: false })
    await expect(approve(await as('zhang'), id)).rejects.toMatchObject({ code: 'proposal.outdated' })
    await system.recordsNamed('user').update(people.gao ?? '', { active: true })
  })

  it('waits for a new colleague, a role, an assignment and its end alike', async () => {
    const zhang = await as('zhang')
    const made = await zhang.recordsNamed('user').create({ name: '钱进', login: 'qian', role: 'clerk' })
    expect(made).toMatchObject({ version: 0, can: [] })
    await expect(house.system().recordsNamed('user').get(made.id)).rejects.toMatchObject({ status: 404 })
    await approve(security, made.proposed ?? '')
    expect((await house.system().recordsNamed('user').get(made.id)).login).toBe('qian')

    const grants = [{ objects: ['customer'], rights: ['export'], scope: 'all', deny: true }]
    const role = await zhang.recordsNamed('role').create({ nameZh: '禁止导出', nameEn: 'No export', grants })
    await approve(security, role.proposed ?? '')
    const given = { user: made.id, role: role.id, grounds: '试用期' }
    const held = await zhang.recordsNamed('role_assignment').create(given)
    await approve(security, held.proposed ?? '')
    const { proposed } = await zhang.recordsNamed('role_assignment').remove(held.id)
    expect(proposed).not.toBeNull()
    expect((await house.system().recordsNamed('role_assignment').get(held.id)).user).toBe(made.id)

    // A server that has not heard of the role decides the same.
    const known = house.kernel.roles
    house.kernel.roles = new Map([...known].filter(([code]) => code !== role.id))
    expect((await zhang.recordsNamed('role_assignment').remove(held.id)).proposed).not.toBeNull()
    house.kernel.roles = known
  })

  it('waits for the address to which links go', async () => {
    const gao = await as('gao')
    const [li] = (await gao.recordsNamed('user').list({ where: { login: 'li' }, limit: 1 })).items
    const patch = { email: 'elsewhere@example.com' }
    const answer = await gao.recordsNamed('user').update(li?.id ?? '', patch, { version: li?.version })
    expect(answer.proposed).toBeDefined()
  })

  it('takes nothing away that has changed since it was looked at', async () => {
    const zhang = await as('zhang')
    const role = await zhang.recordsNamed('role').create({ nameZh: '临时', nameEn: 'For a time' })
    await approve(security, role.proposed ?? '')
    const { proposed } = await zhang.recordsNamed('role').remove(role.id)
    await house.system().recordsNamed('role').update(role.id, { description: '改过' })
    expect(await showProposal(security, proposed ?? '')).toMatchObject({ operation: 'delete', stale: true })
    await expect(approve(security, proposed ?? '')).rejects.toMatchObject({ code: 'proposal.outdated' })
    expect((await house.system().recordsNamed('role').get(role.id)).description).toBe('改过')
    const again = await renew(zhang, proposed ?? '')
    await approve(security, again ?? '')
    await expect(house.system().recordsNamed('role').get(role.id)).rejects.toMatchObject({ status: 404 })
  })

  it('lets somebody be shut out at once', async () => {
    const zhang = await as('zhang')
    const [li] = (await zhang.recordsNamed('user').list({ where: { login: 'li' }, limit: 1 })).items
    const answer = await zhang.recordsNamed('user').update(li?.id ?? '', { active: false }, { version: li?.version })
    expect(answer.proposed).toBeUndefined()
    const back = await zhang.recordsNamed('user').update(answer.id, { active: true }, { version: answer.version })
    expect(back.proposed).toBeDefined()
  })
})

describe('the mode', () => {
  it('is turned off by two', async () => {
    const answer = await setMode(await as('zhang'), false)
    expect(house.kernel.settings.threeOfficers).toBe(true)
    await approve(security, answer.proposed ?? '')
    expect(house.kernel.settings.threeOfficers).toBe(false)
    expect((await as('zhang')).actor.duties).toContain('roles')
  })
})
