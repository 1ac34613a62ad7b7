import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  answerAsker,
  askMaker,
  type Context,
  decide,
  destroyKeys,
  handOver,
  makeContext,
  showProposal,
  sql,
  systemActor,
  withdraw,
} from '#kernel'
import { type House, openHouse } from '#test/house'
import { runJobs } from '#test/run-jobs'
import { actAs } from '#test/standing-actor'
import { modules } from '../../src/server/modules.ts'

/* What happens to a request between its making and its decision. */

let house: House
const ids: Record<string, string> = {}
const as = (login: string): Promise<Context> => actAs(house, login)

beforeAll(async () => {
  house = await openHouse()
  for (const login of ['zhang', 'wang', 'li', 'chen', 'sun']) ids[login] = (await as(login)).actor.id ?? ''
  const rule = { object: 'customer', name: '传真', operations: ['update'], fields: ['fax'] }
  const people = [ids.zhang, ids.chen]
  await (await as('zhang')).recordsNamed('approval_rule').create({ ...rule, people })
})
afterAll(() => house.close())

const file = async (): Promise<string> => {
  const whole = { name: '北方公司', owner: ids.wang, unit: house.units.north }
  return (await house.system().recordsNamed('customer').create(whole)).id
}

async function ask(id: string): Promise<string> {
  const records = (await as('wang')).recordsNamed('customer')
  const { version } = await records.get(id)
  return (await records.update(id, { fax: '010-88886666' }, { version })).proposed ?? ''
}

async function approve(login: string, id: string): Promise<void> {
  const ctx = await as(login)
  const { hash } = await showProposal(ctx, id)
  await decide(ctx, id, { verdict: 'approve', hash })
}

const request = async (id: string) => (await as('zhang')).recordsNamed('change_request').get(id)
const course = async (id: string) => (await showProposal(await as('wang'), id)).course

async function told(login: string): Promise<unknown[]> {
  await runJobs(house)
  const notices = (await as(login)).recordsNamed('notification')
  const { items } = await notices.list({ where: { readAt: { empty: true }, object: 'change_request' }, sort: 'at' })
  const read = { readAt: new Date().toISOString() }
  if (items.length) await notices.updateMany({ ids: items.map(({ id }) => id) }, { patch: read })
  return items.map(({ values: { kind, detail, record } }) => [kind, detail, record])
}

describe('a question', () => {
  it('leaves the request open, reaches its maker, and the answer whoever asked', async () => {
    const asked = await ask(await file())
    for (const login of ['zhang', 'wang', 'chen']) await told(login)
    await askMaker(await as('zhang'), asked, '谁来的电话？')
    expect(await request(asked)).toMatchObject({ state: 'pending', talk: 'asked', asker: ids.zhang })
    expect(await told('wang')).toEqual([['request_talk', 'asked', asked]])
    await answerAsker(await as('wang'), asked, '财务部王经理')
    expect(await told('zhang')).toEqual([['request_talk', 'answered', asked]])
    expect(await told('chen')).toEqual([])
    expect(await course(asked)).toMatchObject([
      { kind: 'question', by: ids.zhang, words: '谁来的电话？' },
      { kind: 'answer', by: ids.wang, words: '财务部王经理' },
    ])
    await approve('zhang', asked)
    expect((await request(asked)).state).toBe('approved')
  })

  it('is put by those alone who could decide, and answered once by the maker alone', async () => {
    const asked = await ask(await file())
    await expect(askMaker(await as('wang'), asked, '问')).rejects.toMatchObject({ code: 'proposal.own' })
    await expect(askMaker(await as('sun'), asked, '问')).rejects.toMatchObject({ status: 404 })
    await expect(answerAsker(await as('wang'), asked, '答')).rejects.toMatchObject({ code: 'proposal.nothing_asked' })
    await askMaker(await as('chen'), asked, '问')
    await expect(answerAsker(await as('zhang'), asked, '答')).rejects.toMatchObject({ code: 'access.forbidden' })
    await answerAsker(await as('wang'), asked, '答')
    await expect(answerAsker(await as('wang'), asked, '答')).rejects.toMatchObject({ code: 'proposal.nothing_asked' })
    await withdraw(await as('wang'), asked)
    await expect(askMaker(await as('zhang'), asked, '问')).rejects.toMatchObject({ code: 'proposal.settled' })
  })

  it('is sealed with the file that the request is about, and ends with it', async () => {
    const id = await file()
    const asked = await ask(id)
    await askMaker(await as('zhang'), asked, '绝密问题')
    const { db } = house.kernel
    const [row] = await db.rows<{ content: Buffer }>(
      sql`select content from proposal_step where proposal = ${asked}::uuid`,
    )
    expect(row?.content.includes(Buffer.from('绝密问题'))).toBe(false)
    const zhang = await as('zhang')
    await destroyKeys(zhang, zhang.type('customer'), id, { reason: '客户要求' })
    await expect(showProposal(zhang, asked)).rejects.toMatchObject({ code: 'record.destroyed' })
  })
})

describe('a decision that is left to another', () => {
  it('is theirs, is no longer of who left it until handed back, and stands in the course', async () => {
    const asked = await ask(await file())
    for (const login of ['zhang', 'chen']) await told(login)
    await handOver(await as('zhang'), asked, ids.chen ?? '')
    expect(await told('chen')).toEqual([['request_waiting', 'handed', asked]])
    expect(await request(asked)).toMatchObject({ state: 'pending', handedTo: ids.chen })
    const { signers, bar } = await showProposal(await as('zhang'), asked)
    expect({ signers, bar }).toEqual({ signers: [ids.chen], bar: 'proposal.handed_over' })
    await expect(approve('zhang', asked)).rejects.toMatchObject({ code: 'proposal.handed_over' })
    await handOver(await as('chen'), asked, ids.zhang ?? '')
    await expect(approve('chen', asked)).rejects.toMatchObject({ code: 'proposal.handed_over' })
    await approve('zhang', asked)
    expect(await course(asked)).toMatchObject([
      { kind: 'handover', by: ids.zhang, person: ids.chen },
      { kind: 'handover', by: ids.chen, person: ids.zhang },
    ])
  })

  it.each(['wang', 'sun', 'zhang'])(
    'is never left to its maker, to one who could not sign, or to oneself: %s',
    async (to) => {
      const asked = await ask(await file())
      await expect(handOver(await as('zhang'), asked, ids[to] ?? '')).rejects.toMatchObject({
        status: 422,
        errors: [{ path: 'to', code: 'proposal.not_a_signer' }],
      })
      await expect(handOver(await as('wang'), asked, ids.zhang ?? '')).rejects.toMatchObject({ code: 'proposal.own' })
      expect(await course(asked)).toEqual([])
    },
  )
})

describe('a deadline', () => {
  const day = (date: string, hour = '02'): Date => new Date(`2026-${date}T${hour}:00:00Z`)
  let rule = ''

  beforeAll(async () => {
    const system = house.system()
    await system.recordsNamed('unit').update(house.units.north, { manager: ids.chen })
    const late = { object: 'customer', name: '网址', operations: ['update'], fields: ['website'], people: [ids.sun] }
    rule = (await (await as('zhang')).recordsNamed('approval_rule').create({ ...late, days: 2 })).id
  })

  async function tick(now: Date): Promise<void> {
    const system = { kernel: house.kernel, actor: systemActor, channel: 'job', systemReason: 'clock' } as const
    for (const module of modules) await module.tick?.(makeContext({ ...system, now: () => now }))
  }

  async function askOn(now: Date): Promise<string> {
    const whole = { name: '北方公司', owner: ids.wang, unit: house.units.north, collaborators: [ids.sun] }
    const { id } = await house.system().recordsNamed('customer').create(whole)
    const records = (await as('wang')).with({ now: () => now }).recordsNamed('customer')
    return (await records.update(id, { website: 'https://example.com' }, { version: 1 })).proposed ?? ''
  }

  async function inbox(login: string): Promise<unknown[]> {
    const requests = (await as(login)).recordsNamed('change_request')
    const where = { state: 'pending', awaits: { hasAny: [ids[login] ?? ''] } }
    return (await requests.list({ where })).items.map(({ id }) => id)
  }

  it('is counted in working days; signers are reminded once before it, and their superiors may decide after it', async () => {
    const asked = await askOn(day('11-30'))
    expect(await request(asked)).toMatchObject({ due: '2026-12-02', awaits: [ids.sun], pace: null })
    expect(await inbox('sun')).toContain(asked)
    for (const login of ['sun', 'chen']) await told(login)
    await tick(day('11-30', '05'))
    expect(await told('sun')).toEqual([])
    for (const hour of ['02', '03', '04']) await tick(day('12-01', hour))
    expect(await told('sun')).toEqual([['request_waiting', 'reminded', asked]])
    await expect(approve('chen', asked)).rejects.toMatchObject({ code: 'access.forbidden' })
    expect(await inbox('chen')).not.toContain(asked)
    for (const hour of ['02', '03', '04']) await tick(day('12-03', hour))
    expect(await request(asked)).toMatchObject({ pace: 'escalated', awaits: [ids.sun, ids.chen] })
    expect(await course(asked)).toMatchObject([{ kind: 'escalation', by: null, person: ids.chen }])
    expect(await told('sun')).toEqual([['request_waiting', 'escalated', asked]])
    expect(await told('chen')).toContainEqual(['request_waiting', 'escalated', asked])
    expect(await inbox('chen')).toContain(asked)
    await approve('chen', asked)
    await tick(day('12-04'))
    expect(await told('sun')).toEqual([])
  })

  it('is the strictest of all rules, and nobody is reminded of what they were told the same day', async () => {
    const strict = { object: 'customer', name: '加急', operations: ['update'], fields: ['website'], people: [ids.sun] }
    const { id } = await (await as('zhang')).recordsNamed('approval_rule').create({ ...strict, days: 1 })
    const asked = await askOn(day('11-30'))
    expect((await request(asked)).due).toBe('2026-12-01')
    await tick(day('11-30', '06'))
    expect((await request(asked)).pace).toBeNull()
    await tick(day('12-01', '06'))
    expect((await request(asked)).pace).toBe('reminded')
    await house.system().recordsNamed('approval_rule').remove(id)
    await withdraw(await as('wang'), asked)
    await told('sun')
  })

  it('calls in nobody who made the request, and none where the rule sets none', async () => {
    const asked = await askOn(day('11-30'))
    await house.system().recordsNamed('unit').update(house.units.north, { manager: ids.wang })
    await tick(day('12-07'))
    expect(await course(asked)).toEqual([])
    expect(await request(asked)).toMatchObject({ pace: 'escalated', awaits: [ids.sun] })
    await house.system().recordsNamed('unit').update(house.units.north, { manager: ids.chen })
    const whenever = await ask(await file())
    await tick(day('12-30'))
    expect(await request(whenever)).toMatchObject({ due: null, pace: null })
  })

  it('is kept by whoever stands in for a signer who is away: they are told, and find it in their inbox', async () => {
    const now = new Date()
    const asked = await askOn(now)
    await told('li')
    const until = new Date(now.getTime() + 86_400_000).toISOString()
    const away = { absent: ids.sun, deputy: ids.li, until, grounds: '休假' }
    await house.system().recordsNamed('delegation').create(away)
    await tick(new Date(now.getTime() + 3_600_000))
    expect(await told('li')).toContainEqual(['request_waiting', null, asked])
    expect(await inbox('li')).toContain(asked)
    await approve('li', asked)
    expect(await request(asked)).toMatchObject({ state: 'approved', decider: ids.li })
    await house.system().recordsNamed('approval_rule').remove(rule)
  })
})
