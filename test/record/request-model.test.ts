import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  answerAsker,
  askMaker,
  askTogether,
  type Context,
  decide,
  handOver,
  showProposal,
  type verdicts,
  withdraw,
} from '#kernel'
import { AppError } from '#shared/app-error'
import { type House, openHouse } from '#test/house'
import { actAs } from '#test/standing-actor'

/*
 * Requests go their way as a small model says, whatever people do in which order, also two at the same moment: every act has the one
 * effect that it should have or none, nothing is applied twice, and nobody signs their own. Some are about a second file as well, and
 * are made of both or of neither.
 */

const acts = process.env.LONG ? 100_000 : 288
const actsEach = 24
const seed = 20_261_129

const logins = ['wang', 'sun', 'chen', 'zhang', 'li'] as const
type Login = (typeof logins)[number]

type Act =
  | { type: 'propose'; by: 'wang' | 'sun'; together: boolean }
  | { type: 'decide'; by: Login; n: number; verdict: (typeof verdicts)[number] }
  | { type: 'ask'; by: Login; n: number }
  | { type: 'answer'; by: Login; n: number }
  | { type: 'withdraw'; by: Login; n: number }
  | { type: 'delegate'; by: Login; to: Login; n: number }
  | { type: 'touch'; other: boolean }
  | { type: 'demote' }

/** `other`: the version of the other file that it is about too; null where it is not. */
type Request = {
  maker: Login
  version: number
  other: number | null
  place: 0 | 1
  handed: Login[]
  state: string
  isAsked: boolean
}
/** `isManager`: whether Chen holds the role that signs first. */
type Model = { version: number; other: number; isManager: boolean; requests: Request[] }

/** Counted from the newest. */
const n = fc.nat(1)
const by = fc.constantFrom(...logins, 'sun', 'zhang', 'sun', 'zhang', 'chen')
const decision: fc.Arbitrary<Act> = fc.record({
  type: fc.constant('decide' as const),
  by,
  n,
  verdict: fc.constantFrom('approve', 'approve', 'approve', 'approve', 'reject', 'return'),
})
const single: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('propose' as const),
      by: fc.constantFrom('wang', 'sun'),
      together: fc.nat(3).map((drawn) => drawn === 0),
    }),
  },
  { weight: 6, arbitrary: decision },
  {
    weight: 2,
    arbitrary: fc.oneof(...(['ask', 'answer'] as const).map((type) => fc.record({ type: fc.constant(type), by, n }))),
  },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant('withdraw' as const), by: fc.constantFrom('wang', 'sun', 'chen'), n }),
  },
  { weight: 4, arbitrary: fc.record({ type: fc.constant('delegate' as const), by, to: by, n }) },
  {
    weight: 2,
    arbitrary: fc.constantFrom<Act>(
      { type: 'touch', other: false },
      { type: 'touch', other: true },
      { type: 'demote' },
    ),
  },
)
/** One act, or two of people who do not wait for each other. */
const round = fc.oneof(
  { weight: 3, arbitrary: single.map((act) => [act]) },
  { weight: 1, arbitrary: fc.tuple(decision, decision) },
)

/** What should come of an act: the model after it, and whether whoever did it is told that it was done. */
function after(model: Model, act: Act): { model: Model; isDone: boolean } {
  const refused = { model, isDone: false }
  const signers = ({ place, maker }: Pick<Request, 'place' | 'maker'>): Login[] =>
    (place === 1 ? ['zhang' as const] : [...(model.isManager ? ['chen' as const] : []), 'sun' as const]).filter(
      (login) => login !== maker,
    )
  if (act.type === 'touch') {
    const touched = act.other ? { other: model.other + 1 } : { version: model.version + 1 }
    return { model: { ...model, ...touched }, isDone: true }
  }
  if (act.type === 'demote') return { model: { ...model, isManager: !model.isManager }, isDone: true }
  if (act.type === 'propose') {
    const made: Request = {
      maker: act.by,
      version: model.version,
      other: act.together ? model.other : null,
      place: 0,
      handed: [],
      state: 'pending',
      isAsked: false,
    }
    return signers(made).length ? { model: { ...model, requests: [...model.requests, made] }, isDone: true } : refused
  }
  const at = model.requests.length - 1 - act.n
  const request = model.requests[at]
  if (!request) return refused
  const become = (changes: Partial<Request>, more: Partial<Model> = {}) => ({
    ...model,
    ...more,
    requests: model.requests.map((one, index) => (index === at ? { ...one, ...changes } : one)),
  })
  const isOpen = request.state === 'pending'
  const isMaker = act.by === request.maker
  const maySign = isOpen && signers(request).includes(act.by) && !request.handed.includes(act.by)
  switch (act.type) {
    case 'withdraw': {
      const isBack = ['pending', 'returned', 'outdated'].includes(request.state)
      return isMaker && isBack ? { model: become({ state: 'withdrawn' }), isDone: true } : refused
    }
    case 'ask':
      return maySign ? { model: become({ isAsked: true }), isDone: true } : refused
    case 'answer':
      return isMaker && isOpen && request.isAsked ? { model: become({ isAsked: false }), isDone: true } : refused
    case 'delegate': {
      if (!maySign || act.to === act.by || !signers(request).includes(act.to)) return refused
      const handed = [...request.handed.filter((login) => login !== act.to), act.by]
      return { model: become({ handed }), isDone: true }
    }
    case 'decide': {
      if (!maySign) return refused
      if (act.verdict !== 'approve')
        return { model: become({ state: act.verdict === 'reject' ? 'rejected' : 'returned' }), isDone: true }
      const isStale = request.version !== model.version || (request.other ?? model.other) !== model.other
      if (isStale) return { model: become({ state: 'outdated' }), isDone: false }
      if (request.place === 0) return { model: become({ place: 1, handed: [] }), isDone: true }
      const made = { version: model.version + 1, other: request.other === null ? model.other : model.other + 1 }
      return { model: become({ state: 'approved' }, made), isDone: true }
    }
  }
}

const interesting = [
  ...['approved', 'rejected', 'returned', 'withdrawn', 'outdated'],
  ...['proposal.own', 'proposal.settled', 'proposal.handed_over', 'proposal.not_a_signer', 'proposal.outdated'],
]

let house: House
let number = 0
/** How requests have ended, and why acts were refused. */
const met = new Set<string>()
const ids = {} as Record<Login, string>

/** Reads more files in a day than anybody may: what is counted there is looked at elsewhere. */
async function as(login: Login): Promise<Context> {
  const ctx = await actAs(house, login)
  return ctx.with({ actor: { ...ctx.actor, readLimit: null } })
}

beforeAll(async () => {
  house = await openHouse()
  for (const login of logins) ids[login] = (await as(login)).actor.id ?? ''
  const rule = { object: 'customer', name: '两步', operations: ['update'], fields: ['fax'] }
  const steps = [{ people: [ids.zhang] }]
  await (await as('zhang'))
    .recordsNamed('approval_rule')
    .create({ ...rule, roles: ['manager'], people: [ids.sun], steps })
})
afterAll(() => house.close())

it(`goes as the model does, by ${acts} acts`, { timeout: process.env.LONG ? 6 * 3_600_000 : 120_000 }, async () => {
  const property = fc.asyncProperty(fc.array(round, { minLength: actsEach, maxLength: actsEach }), play)
  await fc.assert(property, { seed, numRuns: Math.ceil(acts / actsEach), endOnFailure: true })
  // What the acts never came to would not have been looked at.
  expect([...met]).toEqual(expect.arrayContaining(interesting))
})

async function play(rounds: readonly (readonly Act[])[]): Promise<void> {
  await house.system().recordsNamed('user').update(ids.chen, { role: 'manager' })
  const whole = { name: '模型公司', owner: ids.wang, unit: house.units.north, collaborators: [ids.sun, ids.chen] }
  const [file = '', other = ''] = (
    await house
      .system()
      .recordsNamed('customer')
      .createMany([{ input: whole }, { input: whole }])
  ).map(({ id }) => id)
  const requests: string[] = []
  const faxes: string[] = []
  let model: Model = { version: 1, other: 1, isManager: true, requests: [] }
  const first = { type: 'propose', by: 'wang', together: true } as const
  for (const acting of [[first], ...rounds]) {
    const outcomes = await Promise.all(
      acting.map((act) => isDone(() => doIt(act, { file, other, requests, faxes, model }))),
    )
    const orders =
      acting.length > 1
        ? [
            [0, 1],
            [1, 0],
          ]
        : [acting.map((_, index) => index)]
    const possible = orders.map((order) => playedInOrder(model, acting, order))
    const real = { outcomes, ...(await standing(file, other, requests)) }
    expect(possible.map((one) => one.seen)).toContainEqual(real)
    model = possible.find(({ seen }) => JSON.stringify(seen) === JSON.stringify(real))?.model ?? model
  }
  for (const { state } of model.requests) met.add(state)
  const applied = model.requests.findLastIndex(({ state }) => state === 'approved')
  const { fax } = await house.system().recordsNamed('customer').get(file)
  // The last that was approved need not be the last that was made: any of those will do.
  const approved = model.requests.flatMap(({ state }, index) => (state === 'approved' ? [faxes[index]] : []))
  expect(applied === -1 ? fax === null : approved.includes(String(fax))).toBe(true)
}

function playedInOrder(start: Model, acting: readonly Act[], order: readonly number[]) {
  let model = start
  const outcomes: boolean[] = []
  for (const index of order) {
    const act = acting[index]
    if (!act) continue
    const next = after(model, act)
    model = next.model
    outcomes[index] = next.isDone
  }
  return {
    model,
    seen: { outcomes, version: model.version, other: model.other, states: model.requests.map(({ state }) => state) },
  }
}

async function standing(file: string, second: string, requests: readonly string[]) {
  const [version, other] = await Promise.all(
    [file, second].map(async (id) => Number((await house.system().recordsNamed('customer').get(id)).version)),
  )
  const states: string[] = []
  for (const id of requests) states.push(String((await house.system().recordsNamed('change_request').get(id)).state))
  return { version, other, states }
}

async function isDone(work: () => Promise<void>): Promise<boolean> {
  try {
    await work()
    return true
  } catch (error) {
    if (!(error instanceof AppError) || error.status >= 500) throw error
    met.add(error.code)
    return false
  }
}

type Stage = { file: string; other: string; requests: string[]; faxes: string[]; model: Model }

async function doIt(act: Act, { file, other, requests, faxes, model }: Stage): Promise<void> {
  const system = house.system()
  if (act.type === 'touch')
    return void (await system
      .recordsNamed('customer')
      .update(act.other ? other : file, { website: `https://example.com/${number++}` }))
  if (act.type === 'demote')
    return void (await system.recordsNamed('user').update(ids.chen, { role: model.isManager ? 'clerk' : 'manager' }))
  const ctx = await as(act.by)
  if (act.type === 'propose') {
    const fax = `+8610${88_000_000 + number++}`
    const edits = []
    for (const record of act.together ? [file, other] : [file]) {
      const { version } = await ctx.recordsNamed('customer').get(record)
      edits.push({
        object: 'customer',
        operation: 'update' as const,
        record,
        version: Number(version),
        values: { fax },
      })
    }
    requests.push((await askTogether(ctx, edits)) ?? '')
    faxes.push(fax)
    return
  }
  const id = requests[requests.length - 1 - act.n]
  if (!id) throw new AppError(404, 'request.not_found')
  if (act.type === 'ask') return askMaker(ctx, id, '问')
  if (act.type === 'answer') return answerAsker(ctx, id, '答')
  if (act.type === 'withdraw') return withdraw(ctx, id)
  if (act.type === 'delegate') return handOver(ctx, id, ids[act.to])
  const { hash } = await showProposal(ctx, id)
  return decide(ctx, id, { verdict: act.verdict, hash, grounds: '见下' })
}
