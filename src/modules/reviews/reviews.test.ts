import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type Context,
  closeRound,
  decide,
  handOverItems,
  openDueRounds,
  openRound,
  renew,
  roundProgress,
  type Sql,
  showProposal,
  sql,
  systemActor,
} from '#kernel'
import { type House, openHouse } from '#test/house'
import { readPdf } from '#test/read-pdf'
import { runJobs } from '#test/run-jobs'
import { actAs } from '#test/standing-actor'
import { type Review, reviewProgramme, reviewReport, submitReview } from './index.ts'

/* Plans open rounds by the calendar; files are given to those who neither made nor own them, and open to them for so long. */

let house: House
const ids = { zhang: '', wang: '', li: '', chen: '', sun: '' }
type Name = keyof typeof ids
const as = (login: string): Promise<Context> => actAs(house, login)
const records = (object: string) => house.system().recordsNamed(object)

beforeAll(async () => {
  house = await openHouse()
  await records('company').create({ name: '示例公司' })
  for (const [login, { id }] of Object.entries(house.people)) Object.assign(ids, { [login]: id })
  await records('unit').update(house.units.north, { manager: ids.chen })
})
afterAll(() => house.close())

let made = 0
async function file(owner: Name, values: Record<string, unknown> = {}): Promise<string> {
  const unit = owner === 'li' ? house.units.south : house.units.north
  return (await records('customer').create({ name: `审查客户${++made}`, owner: ids[owner], unit, ...values })).id
}

async function plan(values: Record<string, unknown>, by = 'zhang'): Promise<string> {
  const whole = { name: '季度审查', reviewers: [ids.wang, ids.li], ...values }
  return (await (await as(by)).recordsNamed('review_plan').create(whole)).id
}

/** A round of these files, given out. */
async function round(files: readonly string[], values: Record<string, unknown> = {}, by = 'zhang'): Promise<string> {
  const id = await openRound(
    await as(by),
    reviewProgramme,
    await plan({ filter: { id: { in: files } }, ...values }, by),
  )
  await runJobs(house)
  return id
}

type Item = { id: string; customer: string; assignee: string; todo: string; state: string }

async function itemsOf(round: string): Promise<Item[]> {
  const { items } = await records('review_item').list({ where: { round }, limit: 200 })
  return items.map(({ id, values }) => ({ id, ...values }) as Item)
}

async function itemOf(round: string, customer: string): Promise<Item> {
  const found = (await itemsOf(round)).find((item) => item.customer === customer)
  if (!found) throw new Error('the round has no such file')
  return found
}

async function submit(login: string, item: string, review: Partial<Review> & { customer: string }): Promise<void> {
  const ctx = await as(login)
  const { customer, ...said } = review
  const { version } = await ctx.recordsNamed('customer').get(customer)
  await submitReview(ctx, item, { version, findings: [], ...said })
}

async function reads(login: string, customer: string): Promise<boolean> {
  const { items } = await (await as(login)).recordsNamed('customer').list({ where: { id: customer } })
  return items.length === 1
}

/** What stands in the database, whoever may see it. */
const rows = <R extends Record<string, unknown>>(query: Sql): Promise<R[]> =>
  house.system().transaction((tx) => tx.db.rows<R>(query))

async function keysOn(customer: string, share: string): Promise<number | undefined> {
  const [row] = await rows<{ count: number }>(sql`
    select count(*)::integer as count from customer join principal on principal.key = any(acl_read)
    where customer.id = ${customer}::uuid and principal.id = ${share}::uuid`)
  return row?.count
}

describe('a round', () => {
  it('gives each file to somebody who neither owns nor made it, in turn, with one task for each', async () => {
    const ofWang = [await file('wang'), await file('wang'), await file('wang')]
    const byWang = await as('wang')
    const made = await byWang.asSystem('test').recordsNamed('customer').create({ name: '王芳所建', owner: ids.chen })
    const free = [await file('sun'), await file('sun'), await file('sun'), await file('sun')]
    const id = await round([...ofWang, made.id, ...free])
    const items = await itemsOf(id)
    const given = Map.groupBy(items, (item) => item.assignee)
    expect([given.get(ids.wang)?.length, given.get(ids.li)?.length]).toEqual([4, 4])
    for (const customer of [...ofWang, made.id]) expect((await itemOf(id, customer)).assignee).toBe(ids.li)
    const { dueOn } = await records('review_round').get(id)
    const tasks = await records('task').list({
      where: { id: { in: [...new Set(items.map((item) => item.todo))] } },
    })
    expect(tasks.items.map(({ values }) => values.assignee).sort()).toEqual([ids.li, ids.wang].sort())
    expect(tasks.items[0]?.values.dueAt).toBe(`${String(dueOn)}T10:00:00.000Z`)
  })

  it('has each file once, also where its last step is gone through again before its job has ended', async () => {
    const id = await round([await file('sun'), await file('sun')])
    // As a kill between the two, or a second runner, finds it.
    await rows(
      sql`update job set state = 'running' where kind = 'review_round' and input = ${JSON.stringify({ round: id })}::jsonb`,
    )
    await runJobs(house)
    expect(await itemsOf(id)).toHaveLength(2)
    const [job] = await rows(sql`select state from job where input = ${JSON.stringify({ round: id })}::jsonb`)
    expect(job).toEqual({ state: 'done' })
  })

  it('leaves a file for nobody where all have it as their own, or are not cleared for it', async () => {
    const [own, secret] = [await file('wang'), await file('sun', { level: '3' })]
    const id = await round([own, secret], { reviewers: [ids.wang] })
    for (const customer of [own, secret])
      expect(await itemOf(id, customer)).toMatchObject({ state: 'unassigned', assignee: null })
  })

  it('reaches no further than who is in charge of it may change files, and never without the plan’s leader', async () => {
    const [north, south] = [await file('wang'), await file('li')]
    const id = await round([north, south], { reviewers: [ids.sun] }, 'chen')
    expect((await itemsOf(id)).map((item) => item.customer)).toEqual([north])
    await expect(plan({}, 'wang')).rejects.toMatchObject({ status: 403 })
    const others = await plan({ filter: { id: { in: [south] } } }, 'chen')
    await expect(openRound(await as('wang'), reviewProgramme, others)).rejects.toMatchObject({ status: 404 })
    await expect(roundProgress(await as('sun'), reviewProgramme, id)).rejects.toMatchObject({ status: 404 })
  })

  it('draws the same sample by the same seed, of so many or per cent', async () => {
    const files = await Promise.all(Array.from({ length: 10 }, () => file('sun')))
    const three = await round(files, { sample: 'count', sampleSize: 3 })
    const { seed } = await records('review_round').get(three)
    const drawn = (await itemsOf(three)).map((item) => item.customer)
    const again = await rows<{ id: string }>(
      sql`select id from customer where id = any(${files}::uuid[]) order by md5(${String(seed)} || id::text) limit 3`,
    )
    expect(drawn.sort()).toEqual(again.map(({ id }) => id).sort())
    expect(await itemsOf(await round(files, { sample: 'percent', sampleSize: 25 }))).toHaveLength(3)
    await expect(plan({ sample: 'percent', sampleSize: 101 })).rejects.toMatchObject({ code: 'review.percent_beyond' })
    await expect(plan({ filter: { nothing: 1 } })).rejects.toMatchObject({ status: 400 })
    await expect(plan({ filter: { phone: '13812345678' } })).rejects.toMatchObject({ code: 'view.sealed_condition' })
  })
})

describe('the calendar', () => {
  const at = (day: string): Context =>
    house.system().with({ actor: systemActor, now: () => new Date(`${day}T02:00:00Z`), systemReason: 'daily upkeep' })

  it('opens a round on its day, once, due after working days, and the next one a quarter later', async () => {
    const id = await (await as('zhang'))
      .with({ now: () => new Date('2026-08-31T02:00:00Z') })
      .recordsNamed('review_plan')
      .create({
        name: '每季审查',
        reviewers: [ids.li],
        rhythm: 'quarterly',
        startOn: '2026-09-24',
        active: true,
        workingDays: 5,
        filter: { id: { in: [] } },
      })
    const rounds = async () => (await records('review_round').list({ where: { plan: id.id } })).items
    await openDueRounds(at('2026-09-23'), reviewProgramme)
    expect(await rounds()).toHaveLength(0)
    await openDueRounds(at('2026-09-24'), reviewProgramme)
    await openDueRounds(at('2026-09-24'), reviewProgramme)
    expect(await rounds()).toMatchObject([{ values: { openedOn: '2026-09-24', dueOn: '2026-10-01' } }])
    expect(await records('review_plan').get(id.id)).toMatchObject({ nextOn: '2026-12-24' })
    await openDueRounds(at('2027-07-01'), reviewProgramme)
    expect(await rounds()).toHaveLength(2)
    expect(await records('review_plan').get(id.id)).toMatchObject({ nextOn: '2027-09-24' })
    await records('review_plan').update(id.id, { active: false })
    await openDueRounds(at('2028-07-01'), reviewProgramme)
    expect(await rounds()).toHaveLength(2)
    await runJobs(house)
  })
})

describe('a reviewer', () => {
  it('reads a file from when it is given until it is done, and never changes it', async () => {
    const customer = await file('wang')
    expect(await reads('li', customer)).toBe(false)
    const id = await round([customer])
    const item = await itemOf(id, customer)
    expect(item.assignee).toBe(ids.li)
    expect(await reads('li', customer)).toBe(true)
    expect(await keysOn(customer, item.id)).toBe(1)
    const li = (await as('li')).recordsNamed('customer')
    const { version } = await li.get(customer)
    await expect(li.update(customer, { fax: '010-88886666' }, { version })).rejects.toMatchObject({ status: 403 })
    await expect(submit('zhang', item.id, { customer })).rejects.toMatchObject({ code: 'programme.not_yours' })
    await submit('li', item.id, { customer, how: 'document' })
    const { until } = await records('review_item').get(item.id)
    expect(Math.abs(Date.parse(String(until)) - Date.now() - 600_000)).toBeLessThan(60_000)
    await rows(sql`update principal set valid_until = now() where id = ${item.id}::uuid`)
    expect(await reads('li', customer)).toBe(false)
    expect(await records('review_item').get(item.id)).toMatchObject({ state: 'done', result: 'right', doneBy: ids.li })
    expect(await records('task').get(item.todo)).toMatchObject({ state: 'done' })
    await records('customer').update(customer, { owner: ids.sun })
    expect(await keysOn(customer, item.id)).toBe(0)
  })

  it('verifies what is plain to see of a file that is right, but for what is found fault with', async () => {
    const customer = await file('wang', { phone: '010-88886666', street: '建国路 1 号' })
    await submit('li', (await itemOf(await round([customer]), customer)).id, { customer, how: 'call' })
    const verified = await house.kernel.db.rows<{ field: string; how: string; by: string }>(
      sql`select field, how, by from verification where record = ${customer}::uuid order by field`,
    )
    const type = house.system().type('customer')
    const plain = type.verified.filter(({ field }) => field.level === 1).map(({ name }) => name)
    expect(verified).toEqual(
      plain
        .filter((name) => ['phone', 'street'].includes(name))
        .sort()
        .map((field) => ({ field, how: 'call', by: ids.li })),
    )
  })

  it('hands over what is left: to whom the leader says, or who stands in for the absent; never their own files', async () => {
    const [foreign, own, done] = [await file('sun'), await file('wang'), await file('sun')]
    const id = await round([foreign, own, done], { reviewers: [ids.li] })
    const over = async (by: Name, from: Name, to: Name) =>
      handOverItems(await as(by), reviewProgramme, id, { from: ids[from], to: ids[to] })
    await submit('li', (await itemOf(id, done)).id, { customer: done })
    await expect(over('wang', 'li', 'wang')).rejects.toMatchObject({ status: 404 })
    const until = new Date(Date.now() + 86_400_000).toISOString()
    const away = await records('delegation').create({ absent: ids.li, deputy: ids.wang, until, grounds: '休假' })
    expect(await over('wang', 'li', 'wang')).toEqual({ moved: 1, left: 1 })
    await records('delegation').remove(away.id)
    const [taken, kept] = [await itemOf(id, foreign), await itemOf(id, own)]
    expect([taken.assignee, kept.assignee]).toEqual([ids.wang, ids.li])
    expect(taken.todo).not.toBe(kept.todo)
    expect([await reads('wang', foreign), await reads('li', foreign)]).toEqual([true, false])
    await submit('wang', taken.id, { customer: foreign })
    expect(await over('zhang', 'li', 'sun')).toEqual({ moved: 1, left: 0 })
    expect((await records('task').get(kept.todo)).state).toBe('done')
    await expect(submit('li', kept.id, { customer: own })).rejects.toMatchObject({ status: 404 })
    await submit('sun', kept.id, { customer: own })
    await records('customer').update(foreign, { owner: ids.wang })
    expect(await itemOf(id, foreign)).toMatchObject({ state: 'done', doneBy: ids.wang })
  })

  it('is stood in for while away: by who reads what was given to them as they do and reviews it, but no file of their own', async () => {
    const files = [await file('sun', { phone: '13800138000', level: '2' }), await file('wang'), await file('sun')]
    const [foreign = '', own = '', later = ''] = files
    const id = await round(files, { reviewers: [ids.li] })
    expect(await reads('wang', foreign)).toBe(false)
    const until = new Date(Date.now() + 86_400_000).toISOString()
    const away = await records('delegation').create({ absent: ids.li, deputy: ids.wang, until, grounds: '休假' })
    const seenBy = async (login: string) => (await (await as(login)).recordsNamed('customer').get(foreign)).phone
    expect(await seenBy('wang')).toBe(await seenBy('li'))
    await expect(submit('wang', (await itemOf(id, own)).id, { customer: own })).rejects.toMatchObject({
      code: 'programme.kept_apart',
    })
    const item = await itemOf(id, foreign)
    await submit('wang', item.id, { customer: foreign, how: 'call' })
    expect(await itemOf(id, foreign)).toMatchObject({ state: 'done', assignee: ids.li, doneBy: ids.wang })
    expect(await reads('wang', later)).toBe(true)
    await rows(sql`update principal set valid_until = now() where id = ${away.id}::uuid`)
    expect(await reads('wang', later)).toBe(false)
  })

  it('reviews no file that has become their own', async () => {
    const customer = await file('sun')
    const item = await itemOf(await round([customer], { reviewers: [ids.li] }), customer)
    await records('customer').update(customer, { owner: ids.li })
    await expect(submit('li', item.id, { customer })).rejects.toMatchObject({ code: 'review.own_file' })
  })

  it('looks again where the file was changed meanwhile, and does nothing twice', async () => {
    const customer = await file('wang')
    const item = await itemOf(await round([customer]), customer)
    const li = await as('li')
    const { version } = await li.recordsNamed('customer').get(customer)
    await records('customer').update(customer, { fax: '010-88889999' })
    await expect(submitReview(li, item.id, { version, findings: [] })).rejects.toMatchObject({ code: 'review.stale' })
    await submit('li', item.id, { customer })
    await expect(submitReview(li, item.id, { version, findings: [] })).rejects.toMatchObject({ status: 409 })
  })
})

describe('a finding', () => {
  it('asks for its correction, which whoever is in charge of the file makes with their own rights', async () => {
    const customer = await file('wang', { fax: '010-88886666', website: 'https://old.example.com' })
    const item = await itemOf(await round([customer]), customer)
    await submit('li', item.id, {
      customer,
      findings: [
        { kind: 'wrong', field: 'fax', value: '010-88880001', note: '名片上是另一个号码' },
        { kind: 'unneeded', field: 'website' },
        { kind: 'duplicate', note: '好像见过' },
      ],
    })
    const found = async () =>
      (await records('review_finding').list({ where: { item: item.id }, sort: 'kind' })).items.map(
        ({ values }) => values,
      )
    const [, , wrong] = await found()
    expect(await found()).toMatchObject([
      { kind: 'duplicate', state: 'open' },
      { kind: 'unneeded', state: 'waiting' },
      { state: 'waiting' },
    ])
    const request = String(wrong?.request)
    expect(await showProposal(await as('wang'), request)).toMatchObject({ bar: null, needless: false })
    const { signers, hash } = await showProposal(await as('zhang'), request)
    expect([...signers].sort()).toEqual([ids.wang, ids.chen, ids.zhang].sort())
    await expect(decide(await as('li'), request, { verdict: 'approve', hash })).rejects.toMatchObject({
      code: 'proposal.own',
    })
    await decide(await as('wang'), request, { verdict: 'approve', hash })
    expect(await records('customer').get(customer)).toMatchObject({
      fax: '+861088880001',
      website: null,
      updatedBy: ids.wang,
    })
    expect(await found()).toMatchObject([{ state: 'open' }, { state: 'corrected' }, { state: 'corrected' }])
  })

  it('keeps no proposed value of its own, and proposes nothing that stands there already', async () => {
    const customer = await file('wang', { fax: '010-88886666' })
    const item = await itemOf(await round([customer]), customer)
    const same = { customer, findings: [{ kind: 'wrong', field: 'fax', value: '010-88886666' }] } as const
    await expect(submit('li', item.id, same)).rejects.toMatchObject({ code: 'review.nothing_to_correct' })
    const unknown = { customer, findings: [{ kind: 'wrong', field: 'nothing' }] } as const
    await expect(submit('li', item.id, unknown)).rejects.toMatchObject({ status: 400 })
    expect(await records('review_item').get(item.id)).toMatchObject({ state: 'open' })
  })

  it('is settled as not to be corrected, or open again, as its request ends', async () => {
    const state = async (verdict: 'reject' | 'return'): Promise<unknown> => {
      const customer = await file('wang', { fax: '010-88886666' })
      const item = await itemOf(await round([customer]), customer)
      await submit('li', item.id, { customer, findings: [{ kind: 'wrong', field: 'fax', value: '010-88880002' }] })
      const { items } = await records('review_finding').list({ where: { item: item.id } })
      const request = String(items[0]?.values.request)
      const { hash } = await showProposal(await as('wang'), request)
      await decide(await as('wang'), request, { verdict, hash, grounds: '号码无误' })
      expect((await records('customer').get(customer)).fax).toBe('+861088886666')
      return (await records('review_finding').get(items[0]?.id ?? '')).state
    }
    expect([await state('reject'), await state('return')]).toEqual(['refused', 'open'])
  })

  it('gives its maker no way to make the change alone', async () => {
    const customer = await file('wang', { fax: '010-88886666' })
    const item = await itemOf(await round([customer]), customer)
    await submit('li', item.id, { customer, findings: [{ kind: 'wrong', field: 'fax', value: '010-88880003' }] })
    const { items } = await records('review_finding').list({ where: { item: item.id } })
    const request = String(items[0]?.values.request)
    const share = await records('team_member').create({ customer, user: ids.li, access: 'all' })
    const again = await renew(await as('li'), request)
    expect(again).toEqual(expect.any(String))
    expect((await records('customer').get(customer)).fax).toBe('+861088886666')
    await records('team_member').remove(share.id)
  })
})

describe('a round that is closed', () => {
  it('keeps what it came to, takes the rest off the reviewers, and shows when its report is not what was frozen', async () => {
    const [done, left] = [await file('wang'), await file('wang')]
    const id = await round([done, left])
    const zhang = await as('zhang')
    await submit('li', (await itemOf(id, done)).id, { customer: done, findings: [{ kind: 'missing', field: 'fax' }] })
    await closeRound(zhang, reviewProgramme, id)
    await runJobs(house)
    const report = {
      total: 2,
      done: 1,
      late: 0,
      open: 1,
      unassigned: 0,
      results: { found: 1 },
      counts: { kinds: { missing: 1 }, states: { open: 1 } },
    }
    const frozen = await roundProgress(zhang, reviewProgramme, id)
    expect(frozen).toMatchObject({ state: 'closed', report, frozen: { sound: true } })
    expect(frozen.report.people).toEqual([{ id: ids.li, name: '李娜', total: 2, done: 1, late: 0, open: 1 }])
    for (const [locale, said] of [
      ['zh', ['审查报告', '李娜', '缺失 1']],
      ['en', ['Report of the review', 'Missing 1']],
    ] as const) {
      const pages = readPdf(await reviewReport(zhang.with({ locale }), id))
      const text = pages
        .flatMap(({ texts }) => texts)
        .join('')
        .replaceAll(' ', '')
      for (const words of [...said, frozen.frozen?.hash ?? '']) expect(text).toContain(words.replaceAll(' ', ''))
      expect(pages.map(({ lost }) => lost)).toEqual([0])
    }
    const item = await itemOf(id, left)
    expect(item).toMatchObject({ state: 'dropped' })
    expect(await reads('li', left)).toBe(false)
    expect(await records('task').get(item.todo)).toMatchObject({ state: 'dropped' })
    await expect(closeRound(zhang, reviewProgramme, id)).rejects.toMatchObject({ code: 'programme.closed' })
    await expect(zhang.recordsNamed('review_round').update(id, { report: {} }, { version: 1 })).rejects.toMatchObject({
      status: 403,
    })
    await records('review_round').update(id, { report: { ...frozen.report, done: 2 } })
    expect(await roundProgress(zhang, reviewProgramme, id)).toMatchObject({ frozen: { sound: false } })
  })
})
