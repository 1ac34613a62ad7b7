import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  type Context,
  decide,
  decideTogether,
  drawProposals,
  personById,
  showProposal,
  sql,
  type Verdict,
} from '#kernel'
import type { House } from '#test/house'
import { openLedHouse } from '#test/led-house'
import { appointOfficers, switchMode } from '#test/officers'
import { runJobs } from '#test/run-jobs'
import { actAs } from '#test/standing-actor'

/* Many requests of one sort are decided on with one word, by somebody who has looked at a sample that they did not choose. */

let house: House
let chen: Context
beforeAll(async () => {
  house = await openLedHouse({ approves: 'fax' })
  chen = await actAs(house, 'chen')
})
afterAll(() => house.close())

const customers = () => house.system().recordsNamed('customer')

/** Changes of so many customers that wait; the request and the customer of each. */
async function ask(count: number, fax = '010-88880000'): Promise<Map<string, string>> {
  const wang = (await actAs(house, 'wang')).recordsNamed('customer')
  const asked = new Map<string, string>()
  const values = (at: number) => ({ name: `公司${at}`, owner: house.people.wang.id, unit: house.units.north })
  const made = await customers().createMany(Array.from({ length: count }, (_, at) => ({ input: values(at) })))
  for (const { id } of made) {
    const { proposed } = await wang.update(id ?? '', { fax }, { version: 1, reason: '来电' })
    asked.set(proposed ?? '', id ?? '')
  }
  return asked
}

const seen = (ids: readonly string[]) =>
  Promise.all(ids.map(async (id) => ({ id, hash: (await showProposal(chen, id)).hash })))
const state = async (id: string) => (await house.system().recordsNamed('change_request').get(id)).state
const together = (ids: readonly string[], looked: Awaited<ReturnType<typeof seen>>, verdict: Verdict = 'approve') =>
  decideTogether(chen, { ids, looked, verdict, grounds: '抽查无误' })

it('wants the drawn sample looked at, and then brings the verdict to each, once', async () => {
  const asked = await ask(60)
  const ids = [...asked.keys()]
  const { requests, sample } = await drawProposals(chen, ids)
  expect(requests.toSorted()).toEqual(ids.toSorted())
  expect(sample).toHaveLength(6)
  const looked = await seen(sample)
  await expect(together(ids, looked.slice(1))).rejects.toMatchObject({
    code: 'proposal.sample_not_seen',
    params: { missing: 1 },
  })
  const guessed = looked.map(({ id }) => ({ id, hash: '0'.repeat(64) }))
  await expect(together(ids, guessed)).rejects.toMatchObject({ params: { missing: 6 } })
  expect(await Promise.all(ids.map(state))).toEqual(ids.map(() => 'pending'))
  await together(ids, looked)
  await runJobs(house)
  expect(await Promise.all(ids.map(state))).toEqual(ids.map(() => 'approved'))
  for (const id of asked.values()) expect(await customers().get(id)).toMatchObject({ version: 2, fax: '+861088880000' })
  const [told] = await house.kernel.db.rows<{ each: number; body: string }>(sql`
    select count(*) filter (where object = 'customer')::integer as each, min(body) filter (where object = 'change_request') as body
    from audit_event where action = 'decide' and actor = ${house.people.chen.id}::uuid`)
  expect(told?.each).toBe(60)
  expect(JSON.parse(told?.body ?? '')).toMatchObject({
    reason: '抽查无误',
    detail: { verdict: 'approve', sample: 6, of: 60 },
  })
})

it('draws the same again, with others beside and after some are left out; and others for another reader', async () => {
  const first = [...(await ask(8)).keys()]
  const { sample } = await drawProposals(chen, first)
  expect(sample).toHaveLength(5)
  expect((await drawProposals(chen, first.toReversed())).sample).toEqual(sample)
  const more = await drawProposals(chen, [...first, ...(await ask(30)).keys()])
  const met = sample.filter((id) => more.sample.includes(id))
  expect(more.sample.filter((id) => first.includes(id))).toEqual(sample.slice(0, met.length))
  const drawn = new Set<string>()
  for (const login of ['chen', 'zhang', 'sun'])
    drawn.add(String((await drawProposals(await actAs(house, login), first)).sample))
  expect(drawn.size).toBeGreaterThan(1)
})

it('approves nothing where one of the sample was found wrong; the others can go back together', async () => {
  const asked = await ask(12)
  const ids = [...asked.keys()]
  const { sample } = await drawProposals(chen, ids)
  const looked = await seen(sample)
  const wrong = looked[2] ?? { id: '', hash: '' }
  await decide(chen, wrong.id, { verdict: 'return', hash: wrong.hash, grounds: '号码不对' })
  await expect(together(ids, looked)).rejects.toMatchObject({ code: 'proposal.sample_failed' })
  await together(ids, looked, 'return')
  await runJobs(house)
  expect(await Promise.all(ids.map(state))).toEqual(ids.map(() => 'returned'))
  for (const id of asked.values()) expect((await customers().get(id)).fax).toBeNull()
})

it('leaves what no longer fits outdated, and what its decider may not sign waiting', async () => {
  const asked = await ask(7, '010-88881111')
  const [stale = '', settled = '', ...others] = asked.keys()
  const ids = [...asked.keys()]
  await together(ids, await seen((await drawProposals(chen, ids)).sample))
  await customers().update(asked.get(stale) ?? '', { fax: '010-99999999' }, { version: 1 })
  const { hash } = await showProposal(chen, settled)
  await decide(chen, settled, { verdict: 'reject', hash, grounds: '不需要' })
  await runJobs(house)
  expect(await state(stale)).toBe('outdated')
  expect(await customers().get(asked.get(stale) ?? '')).toMatchObject({ version: 2, fax: '+861099999999' })
  expect(await state(settled)).toBe('rejected')
  expect(await Promise.all(others.map(state))).toEqual(others.map(() => 'approved'))

  const zhang = await actAs(house, 'zhang')
  const left = [...(await ask(2)).keys()]
  const looked = await seen(left)
  await decideTogether(zhang, { ids: left, looked, verdict: 'approve' })
  await runJobs(house)
  expect(await Promise.all(left.map(state))).toEqual(['pending', 'pending'])
})

it('draws none of one’s own, none that asks for a duty, none out of sight, and nothing for programs', async () => {
  const [id = ''] = (await ask(1)).keys()
  const wang = await actAs(house, 'wang')
  expect(await drawProposals(wang, [id])).toEqual({ requests: [], sample: [] })
  expect(await drawProposals(await actAs(house, 'li'), [id])).toEqual({ requests: [], sample: [] })
  const program = chen.with({ actor: { ...chen.actor, token: 'key' } })
  await expect(drawProposals(program, [id])).rejects.toMatchObject({ status: 403 })
  await appointOfficers(house.kernel)
  await switchMode(house.kernel, true)
  const users = (await actAs(house, 'zhang')).recordsNamed('user')
  const { version } = await users.get(house.people.li.id)
  const { proposed = '' } = await users.update(house.people.li.id, { role: 'manager' }, { version })
  const officer = await actAs(house, 'security_officer')
  expect((await showProposal(officer, proposed ?? '')).bar).toBeNull()
  expect(await drawProposals(officer, [proposed ?? ''])).toEqual({ requests: [], sample: [] })
})

it('keeps what is about one file to one transaction, beside others', async () => {
  const wang = (await actAs(house, 'wang')).recordsNamed('customer')
  const first = await ask(5, '010-88882222')
  const ids = [...first.keys()]
  // One round after the other, so that the two of a file do not follow each other.
  for (const file of first.values())
    ids.push((await wang.update(file, { fax: '010-88883333' }, { version: 1, reason: '来信' })).proposed ?? '')
  await together(ids, await seen((await drawProposals(chen, ids)).sample), 'return')
  await runJobs(house)
  expect(await Promise.all(ids.map(state))).toEqual(ids.map(() => 'returned'))
  const told = await house.kernel.db.rows<{ decided: number; ways: string[] }>(sql`
    select count(*)::integer as decided, array_agg(distinct xid::text) as ways from audit_event
    where action = 'decide' and object = 'customer' and record = any(${[...first.values()]}::uuid[]) group by record`)
  expect(told.map(({ decided, ways }) => [decided, ways.length])).toEqual(Array.from({ length: 5 }, () => [2, 1]))
  expect(new Set(told.flatMap(({ ways }) => ways)).size).toBeGreaterThan(1)
})

it('reads who somebody is once for many, and anew as soon as that has changed', async () => {
  const { wang } = house.people
  const languages: unknown[] = []
  await house.system().transaction(async (tx) => {
    if (!tx.tx) throw new Error('No transaction')
    tx.tx.known = new Map()
    const look = async () => languages.push((await personById(tx.db, tx.kernel.registry, wang.id))?.language)
    await look()
    await tx.db.rows(sql`update "user" set language = 'en' where id = ${wang.id}::uuid`)
    await look()
    const { version } = await tx.recordsNamed('user').get(wang.id)
    await tx.recordsNamed('user').update(wang.id, { name: '王小明' }, { version })
    await look()
    await tx.db.rows(sql`update "user" set language = 'zh' where id = ${wang.id}::uuid`)
  })
  expect(languages).toEqual(['zh', 'zh', 'en'])
})
