import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Context, decide, handOver, showProposal } from '#kernel'
import { type House, openHouse } from '#test/house'
import { actAs } from '#test/standing-actor'

/* A change may need several signatures: of any or of all who are named, one step after the other, by the case. */

let house: House
const ids: Record<string, string> = {}
const rules: string[] = []
const as = (login: string): Promise<Context> => actAs(house, login)

beforeAll(async () => {
  house = await openHouse()
  for (const login of ['zhang', 'wang', 'li', 'chen', 'sun']) ids[login] = (await as(login)).actor.id ?? ''
  await house.system().recordsNamed('unit').update(house.units.north, { manager: ids.chen })
})
afterAll(() => house.close())
afterEach(async () => {
  for (const id of rules.splice(0)) await house.system().recordsNamed('approval_rule').remove(id)
})

async function rule(values: Record<string, unknown>): Promise<string> {
  const whole = { object: 'customer', name: '规则', operations: ['update'], fields: ['fax', 'tier'], ...values }
  const { id } = await (await as('zhang')).recordsNamed('approval_rule').create(whole)
  rules.push(id)
  return id
}

async function ask(patch: Record<string, unknown> = { fax: '010-88886666' }): Promise<{ file: string; asked: string }> {
  const whole = { name: '北方公司', owner: ids.wang, unit: house.units.north, collaborators: [ids.sun, ids.li] }
  const { id: file } = await house.system().recordsNamed('customer').create(whole)
  const { proposed } = await (await as('wang')).recordsNamed('customer').update(file, patch, { version: 1 })
  return { file, asked: proposed ?? '' }
}

async function approve(login: string, id: string): Promise<void> {
  const ctx = await as(login)
  const { hash } = await showProposal(ctx, id)
  await decide(ctx, id, { verdict: 'approve', hash })
}

const view = async (id: string) => showProposal(await as('wang'), id)
const signers = async (id: string): Promise<string[]> => (await view(id)).signers.toSorted()
const named = (...logins: string[]): string[] => logins.map((login) => ids[login] ?? '').toSorted()
const request = async (id: string) => (await as('zhang')).recordsNamed('change_request').get(id)
const stored = (id: string) => house.system().recordsNamed('customer').get(id)
const forbidden = { code: 'access.forbidden' }

describe('steps', () => {
  it('are signed in their order, and the change is made once, after the last', async () => {
    await rule({ superior: true, steps: [{ roles: ['head'] }, { people: [ids.sun] }] })
    const { file, asked } = await ask()
    expect(await signers(asked)).toEqual(named('chen'))
    await expect(approve('zhang', asked)).rejects.toMatchObject(forbidden)
    const { hash } = await view(asked)
    await approve('chen', asked)
    expect(await request(asked)).toMatchObject({ state: 'pending', awaits: [ids.zhang] })
    await expect(approve('chen', asked)).rejects.toMatchObject(forbidden)
    await expect(approve('sun', asked)).rejects.toMatchObject(forbidden)
    await approve('zhang', asked)
    expect((await stored(file)).fax).toBeNull()
    expect(await view(asked)).toMatchObject({ hash, step: { place: 3, of: 3, left: 1 } })
    await approve('sun', asked)
    expect((await stored(file)).fax).toBe('+861088886666')
    expect((await stored(file)).version).toBe(2)
    const { course } = await view(asked)
    expect(course.map(({ kind, by }) => [kind, by])).toEqual(
      ['chen', 'zhang', 'sun'].map((login) => ['signature', ids[login]]),
    )
  })

  it('end at any of them when somebody rejects or sends back', async () => {
    await rule({ superior: true, steps: [{ roles: ['head'] }] })
    for (const verdict of ['reject', 'return'] as const) {
      const { file, asked } = await ask()
      await approve('chen', asked)
      const { hash } = await view(asked)
      await decide(await as('zhang'), asked, { verdict, hash, grounds: '不妥' })
      expect((await request(asked)).state).toBe(verdict === 'reject' ? 'rejected' : 'returned')
      expect((await stored(file)).version).toBe(1)
    }
  })

  it('hold only in their case', async () => {
    await rule({ superior: true, steps: [{ roles: ['head'], when: { tier: 'vip' } }] })
    const plain = await ask()
    await approve('chen', plain.asked)
    expect((await stored(plain.file)).fax).toBe('+861088886666')
    const vip = await ask({ tier: 'vip' })
    await approve('chen', vip.asked)
    expect((await request(vip.asked)).state).toBe('pending')
    await approve('zhang', vip.asked)
    expect((await stored(vip.file)).tier).toBe('vip')
  })

  it('refuse at once what a later one could have nobody for, and rules without sense', async () => {
    await rule({ superior: true, steps: [{ people: [ids.wang] }] })
    await expect(ask()).rejects.toMatchObject({ code: 'proposal.no_signer_by_rule' })
    await expect(rule({ superior: true, steps: [{ all: true }] })).rejects.toMatchObject({
      code: 'approval.nobody_signs',
    })
    await expect(rule({ superior: true, steps: { roles: ['head'] } })).rejects.toMatchObject({
      code: 'approval.list_unfit',
    })
    await expect(rule({ superior: true, steps: [{ roles: ['no_such'] }] })).rejects.toMatchObject({
      code: 'approval.role_unknown',
    })
  })

  it('do not go on with what is no longer what was asked for', async () => {
    await rule({ superior: true, steps: [{ roles: ['head'] }] })
    const { file, asked } = await ask()
    await house.system().recordsNamed('customer').update(file, { website: 'https://example.com' })
    await expect(approve('chen', asked)).rejects.toMatchObject({ code: 'proposal.outdated' })
    expect((await request(asked)).state).toBe('outdated')
  })

  it('stay signed where the rule asks for fewer of late: the last is signed once more, and by nobody forged', async () => {
    const id = await rule({ superior: true, steps: [{ roles: ['head'] }] })
    const { file, asked } = await ask()
    await approve('chen', asked)
    await house.system().recordsNamed('approval_rule').update(id, { steps: null })
    expect(await signers(asked)).toEqual(named('chen'))
    await approve('chen', asked)
    expect((await stored(file)).fax).toBe('+861088886666')
  })
})

describe('a step of all', () => {
  it('waits for one signature of each that is named, in any order', async () => {
    await rule({ all: true, superior: true, roles: ['head'], people: [ids.sun] })
    const { file, asked } = await ask()
    expect(await signers(asked)).toEqual(named('chen', 'zhang', 'sun'))
    await approve('sun', asked)
    await expect(approve('sun', asked)).rejects.toMatchObject(forbidden)
    await approve('zhang', asked)
    expect(await signers(asked)).toEqual(named('chen'))
    expect((await stored(file)).version).toBe(1)
    await approve('chen', asked)
    expect((await stored(file)).version).toBe(2)
  })

  it('is left to nobody who could not sign in the same place', async () => {
    await rule({ all: true, people: [ids.sun, ids.li] })
    const { asked } = await ask()
    await expect(handOver(await as('sun'), asked, ids.li ?? '')).rejects.toMatchObject({
      code: 'proposal.not_a_signer',
    })
  })

  it('and another rule that any may sign are both met', async () => {
    await rule({ all: true, people: [ids.sun, ids.li] })
    await rule({ superior: true })
    const { file, asked } = await ask()
    for (const login of ['li', 'chen', 'sun']) {
      expect((await stored(file)).version).toBe(1)
      await approve(login, asked)
    }
    expect((await stored(file)).version).toBe(2)
  })
})
