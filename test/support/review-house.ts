import { afterAll, beforeAll } from 'vitest'
import { type Context, openRound, type Sql, sql } from '#kernel'
import { runJobs } from '#test/run-jobs'
import { actAs } from '#test/standing-actor'
import { type Review, reviewProgramme, submitReview } from '../../src/modules/reviews/index.ts'
import { type CastName, type House, openHouse } from './house.ts'

export type Item = { id: string; customer: string; assignee: string; todo: string; state: string }

/** A house for a test file about reviews, in whose northern unit 陈静 is the manager; files are made, given out and reviewed in a line. */
export function reviewHouse() {
  let opened: House | undefined
  const ids: Record<CastName, string> = { zhang: '', wang: '', li: '', chen: '', sun: '' }
  let made = 0

  const house = (): House => {
    if (!opened) throw new Error('The house is open inside of tests only.')
    return opened
  }
  const as = (login: string): Promise<Context> => actAs(house(), login)
  const records = (object: string) => house().system().recordsNamed(object)

  beforeAll(async () => {
    opened = await openHouse()
    await records('company').create({ name: '示例公司' })
    for (const [login, { id }] of Object.entries(opened.people)) Object.assign(ids, { [login]: id })
    await records('unit').update(opened.units.north, { manager: ids.chen })
  })
  afterAll(() => opened?.close())

  async function file(owner: CastName, values: Record<string, unknown> = {}): Promise<string> {
    const unit = owner === 'li' ? house().units.south : house().units.north
    return (await records('customer').create({ name: `审查客户${++made}`, owner: ids[owner], unit, ...values })).id
  }

  async function plan(values: Record<string, unknown>, by = 'zhang'): Promise<string> {
    const whole = { name: '季度审查', reviewers: [ids.wang, ids.li], ...values }
    return (await (await as(by)).recordsNamed('review_plan').create(whole)).id
  }

  /** A round of these files, given out. */
  async function round(files: readonly string[], values: Record<string, unknown> = {}, by = 'zhang'): Promise<string> {
    const planned = await plan({ filter: { id: { in: files } }, ...values }, by)
    const id = await openRound(await as(by), reviewProgramme, planned)
    await runJobs(house())
    return id
  }

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
    house()
      .system()
      .transaction((tx) => tx.db.rows<R>(query))

  async function keysOn(customer: string, share: string): Promise<number | undefined> {
    const [row] = await rows<{ count: number }>(sql`
      select count(*)::integer as count from customer join principal on principal.key = any(acl_read)
      where customer.id = ${customer}::uuid and principal.id = ${share}::uuid`)
    return row?.count
  }

  return { house, ids, as, records, file, plan, round, itemsOf, itemOf, submit, reads, rows, keysOn }
}
