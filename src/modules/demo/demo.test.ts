import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Context, cancelJob, defineJob, type Job, jobView, runJob, sql, startJob } from '#kernel'
import { tellFigures } from '#modules/indicators'
import { periodBefore, periodOf } from '#shared/calendar-period'
import { starterProcedures } from '#shared/starter-procedures'
import { type House, openHouse } from '#test/house'
import { demo } from './index.ts'

const jobs = demo.jobs ?? []
const customers = 60
const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)

describe('the demo company', () => {
  let house: House
  let head: Context
  let id: string
  beforeAll(async () => {
    house = await openHouse()
    head = house.as('zhang')
    for (const { begin } of house.kernel.modules) await house.system().transaction(async (tx) => begin?.(tx))
    await house.system().recordsNamed('company').create({ name: 'Mingyuan Office Equipment', language: 'en' })
    id = await startDemo(head, true)
    await runJob(house.kernel, jobs, id)
  })
  afterAll(() => house.close())

  const numbers = (query: ReturnType<typeof sql>) => head.transaction(async (tx) => (await tx.db.rows(query))[0] ?? {})

  it('tells its progress up to the end', async () => {
    const view = await jobView(head, id)
    expect(view).toMatchObject({ state: 'done', error: null })
    expect(view.done).toBe(view.total)
    expect(view.done).toBeGreaterThan(400)
  })

  it('has six departments, an office below one, and 25 people in them', async () => {
    const { items } = await head.recordsNamed('unit').list({ where: { name: { contains: '部' } } })
    expect(items.map(({ values }) => values.name).sort()).toEqual(
      ['客户服务部', '市场部', '华东销售部', '华南销售部', '华北销售部'].sort(),
    )
    const [office] = (await head.recordsNamed('unit').list({ where: { name: '上海办事处' } })).items
    const east = items.find(({ values }) => values.name === '华东销售部')
    expect(office?.values.parent).toBe(east?.id)
    const staff = await head.recordsNamed('user').list({ where: { email: { empty: false } } })
    expect(staff.total).toBe(25)
    expect(new Set(staff.items.map(({ values }) => values.login)).size).toBe(25)
    expect(staff.items.filter(({ values }) => values.role === 'manager')).toHaveLength(7)
  })

  it('names its views, dashboards and charts in the language that the company works in', async () => {
    const namesOf = async (object: string) =>
      (await head.recordsNamed(object).list({ sort: 'id' })).items.map(({ values }) => values.name)
    expect(await namesOf('saved_view')).toEqual(['VIP customers', 'Two months without contact', 'To complete'])
    const named = ['Customers at a glance', 'Follow-ups', 'Purchases', 'Completeness', 'Data checks']
    expect(await namesOf('dashboard')).toEqual(named)
    const { items } = await head.recordsNamed('dashboard').list({ where: { name: 'Purchases' } })
    expect(items[0]?.values.charts).toContainEqual(expect.objectContaining({ title: 'Amount each month' }))
  })

  it('has procedures to read, two of them in force for whoever works there', async () => {
    const { items } = await head.recordsNamed('publication').list({ where: { kind: 'procedure' } })
    expect(items).toHaveLength(starterProcedures.length)
    const current = { state: 'in_force', kind: 'procedure' }
    const inForce = await head.recordsNamed('edition').list({ where: current, sort: 'id' })
    expect(inForce.items.map(({ values }) => values.title).sort()).toEqual([
      'Manual: entering a customer’s data',
      'Standard: calling back',
    ])
  })

  it('has something to see on each page of the team: meetings, reports, suggestions, improvements, texts, figures', async () => {
    const valuesOf = async (object: string, field: string) =>
      (await head.recordsNamed(object).list({ sort: 'id', limit: 200 })).items.map(({ values }) =>
        String(values[field]),
      )
    expect(await valuesOf('meeting', 'state')).toContain('closed')
    expect((await valuesOf('meeting_action', 'state')).sort()).toEqual(['done', 'open'])
    expect((await valuesOf('work_report', 'state')).sort()).toEqual(['answered', 'submitted'])
    expect((await valuesOf('suggestion', 'state')).sort()).toEqual(['adopted', 'declined', 'new'])
    expect(await valuesOf('credit', 'reason')).toEqual(['Show what was said last before a call-back'])
    expect(new Set(await valuesOf('improvement', 'stage'))).toEqual(new Set(['plan', 'do', 'check', 'act']))
    expect((await valuesOf('appraisal', 'state')).sort()).toEqual(['closed', 'shown'])
    const { sound, closed, people } = await tellFigures(head, periodBefore(periodOf('month', today())).name)
    expect({ sound, closed, people: people.length }).toEqual({ sound: true, closed: true, people: 25 })
    const receipts = await house.system().recordsNamed('read_receipt').list({ limit: 1 })
    expect(receipts.total).toBeGreaterThan(30)
  })

  it('gives nobody a password', async () => {
    expect(await numbers(sql`select count(*)::integer as count from credential`)).toEqual({ count: 0 })
  })

  it('keeps on each customer what its purchases add up to', async () => {
    const [wrong] = await head.transaction((tx) =>
      tx.db.rows(sql`
        select count(*)::integer as count from customer
        left join (select customer_id, count(*) as n, sum(amount) as total, max(date) as last from purchase group by 1) as bought
          on bought.customer_id = customer.id
        where customer.purchase_count is distinct from coalesce(bought.n, 0)
          or coalesce(customer.purchase_total, 0) <> coalesce(bought.total, 0)
          or customer.last_purchase_at is distinct from bought.last`),
    )
    expect(wrong).toEqual({ count: 0 })
    const { total } = await numbers(sql`select sum(amount)::bigint as total from purchase`)
    expect(total).toBeGreaterThan(0)
  })

  it('has contacts on every company and on no person', async () => {
    const [row] = await head.transaction((tx) =>
      tx.db.rows(sql`
        select count(*) filter (where type = 'company' and n not between 1 and 3)::integer as bare,
          count(*) filter (where type = 'person' and n > 0)::integer as odd,
          count(*) filter (where type = 'person')::integer as persons, count(*)::integer as all
        from (select type, (select count(*) from contact where customer_id = customer.id) as n from customer) as file`),
    )
    expect(row).toMatchObject({ bare: 0, odd: 0, all: customers })
    expect(row?.persons).toBeGreaterThan(0)
  })

  it('has consents to marketing, some withdrawn, and some to the notice as it read before', async () => {
    const where = { purpose: house.kernel.purposes.get('marketing')?.id }
    const { items } = await head.recordsNamed('consent').list({ where, limit: 200 })
    const of = (test: (values: Record<string, unknown>) => boolean) => items.filter(({ values }) => test(values)).length
    expect(of(({ noticeVersion }) => noticeVersion === 1)).toBeGreaterThan(0)
    expect(of(({ noticeVersion }) => noticeVersion === 2)).toBeGreaterThan(0)
    expect(of(({ withdrawnAt }) => withdrawnAt !== null)).toBeGreaterThan(0)
    expect(of(({ channels }) => channels !== null)).toBeGreaterThan(0)
    expect(of((one) => one.withdrawnChannels !== null && one.withdrawnAt === null)).toBeGreaterThan(0)
    expect(items.length).toBeLessThan(customers / 2)
  })

  it('tells to whom data was handed, and of the separate consent where its purpose needs one', async () => {
    const { items } = await head.recordsNamed('disclosure').list({ limit: 200 })
    const survey = house.kernel.purposes.get('survey')?.id
    const [surveyed, others] = [true, false].map((is) =>
      items.filter(({ values }) => (values.purpose === survey) === is),
    )
    expect(others?.length).toBeGreaterThan(0)
    expect(surveyed?.length).toBeGreaterThan(0)
    expect(surveyed?.every(({ values }) => values.separateConsent === 'obtained')).toBe(true)
  })

  it('stands in the trail, record by record', async () => {
    const row = await numbers(sql`
      select count(*)::integer as missing from (select id from customer union all select id from contact union all select id from follow_up
        union all select id from purchase union all select id from task) as made
      where not exists (select from audit_event where record = made.id and action = 'create' and channel = 'seed')`)
    expect(row).toEqual({ missing: 0 })
  })

  it('was made with a clock that travelled through three years', async () => {
    const row = await numbers(sql`
      select extract(day from now() - min(created_at))::integer as oldest, extract(day from now() - max(created_at))::integer as newest,
        count(distinct left(archive_number, 8))::integer as years, bool_and(updated_at >= created_at) as "inOrder"
      from customer`)
    expect(row.oldest).toBeGreaterThan(900)
    expect(row.newest).toBeLessThan(120)
    expect(row.years).toBeGreaterThanOrEqual(3)
    expect(row.inOrder).toBe(true)
  })

  it('holds each file by a seller of the area where the customer is', async () => {
    const [row] = await head.transaction((tx) =>
      tx.db.rows(sql`
        select count(*)::integer as strange from customer join unit on unit.id = customer.unit_id
        where (left(region, 2) in ('44', '35', '45', '43', '42')) <> (unit.name = '华南销售部')`),
    )
    expect(row).toEqual({ strange: 0 })
  })

  it('lets history tell who corrected a file, and why', async () => {
    const row = await numbers(sql`
      select count(*)::integer as changes, count(*) filter (where field_change.by = customer.owner_id and reason is not null)::integer as own
      from field_change join customer on customer.id = record`)
    expect(row.changes).toBeGreaterThan(0)
    expect(row.own).toBe(row.changes)
  })

  it('is loaded once', async () => {
    const second = await startDemo(head)
    await runJob(house.kernel, jobs, second)
    expect(await jobView(head, second)).toMatchObject({ state: 'failed', error: { code: 'demo.loaded' } })
  })
})

describe('a load of the demo company that is cut off', () => {
  let house: House
  beforeAll(async () => {
    house = await openHouse()
  })
  afterAll(() => house.close())

  /** The job as it is, but its n-th step loses the transaction at its end, as a kill would. */
  const dyingAt = (step: number): readonly Job[] => {
    let steps = 0
    return jobs.map((job) =>
      defineJob<unknown, unknown>({
        ...job,
        step: async (ctx, input, place) => {
          const done = await job.step(ctx, input, place)
          steps += 1
          if (steps === step) throw new Error('killed')
          return done
        },
      }),
    )
  }

  it('leaves nothing half, and goes on to the same company', async () => {
    const head = house.as('zhang')
    const id = await startDemo(head)
    const count = (): Promise<unknown> =>
      head.transaction((tx) =>
        tx.db.rows(sql`select (select count(*) from customer)::integer as customers, (select count(*) from contact)::integer as contacts,
          (select count(*) from follow_up)::integer as "followUps", (select count(*) from purchase)::integer as purchases`),
      )
    await expect(runJob(house.kernel, dyingAt(2), id)).rejects.toThrow('killed')
    expect(await count()).toEqual([{ customers: 0, contacts: 0, followUps: 0, purchases: 0 }])
    await expect(runJob(house.kernel, dyingAt(2), id)).rejects.toThrow('killed')
    expect(await count()).toMatchObject([{ customers, followUps: 0 }])
    await runJob(house.kernel, jobs, id)
    const { done, total, state } = await jobView(head, id)
    expect(state).toBe('done')
    expect(done).toBe(total)
    const [row] = await head.transaction((tx) =>
      tx.db.rows(
        sql`select (select count(*) from customer)::integer as customers, (select count(*) from "user" where email is not null)::integer as staff`,
      ),
    )
    expect(row).toEqual({ customers, staff: 25 })
  })

  it('stops where it is when it is cancelled', async () => {
    const other = await openHouse()
    const head = other.as('zhang')
    const id = await startDemo(head)
    await expect(runJob(other.kernel, dyingAt(2), id)).rejects.toThrow('killed')
    await cancelJob(head, id)
    await runJob(other.kernel, jobs, id)
    expect(await jobView(head, id)).toMatchObject({ state: 'cancelled', done: 1 })
    await other.close()
  })
})

function startDemo(ctx: Context, team = false): Promise<string> {
  return ctx.transaction((tx) => startJob(tx, 'demo', { customers, team }))
}
