import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Context, makeContext, runJob, sql, systemActor } from '#kernel'
import { foreseeGrading, grading } from '#modules/grading'
import { type House, openHouse } from '#test/house'
import { modules } from '../../src/server/modules.ts'

let house: House
const day = 86_400_000
const jobs = modules.flatMap((module) => module.jobs ?? [])
const big = { purchaseTotal: { gte: { amount: 100_000_00, currency: 'CNY' } } }

beforeAll(async () => {
  house = await openHouse()
  // What the clock looks back at begins here.
  await grading.tick?.(clock())
})
afterAll(() => house.close())

const rules = () => house.as('zhang').recordsNamed('value_rule')
const customers = () => house.as('wang').recordsNamed('customer')

/** The house itself, so many days from now. */
const clock = (days = 0): Context =>
  makeContext({
    kernel: house.kernel,
    actor: systemActor,
    channel: 'job',
    systemReason: 'daily upkeep',
    now: () => new Date(Date.now() + days * day),
  })

async function runAll(): Promise<void> {
  const waiting = await house.kernel.db.rows<{ id: string }>(
    sql`select id from job where state = 'queued' and kind = 'grading'`,
  )
  for (const { id } of waiting) await runJob(house.kernel, jobs, id)
}

async function buyer(name: string, yuan = 0): Promise<string> {
  const { id } = await customers().create({ name })
  if (yuan)
    await house
      .as('wang')
      .recordsNamed('purchase')
      .create({ customer: id, product: null, amount: { amount: yuan * 100, currency: 'CNY' }, date: '2026-01-05' })
  return id
}

const gradeOf = async (id: string, field: string): Promise<unknown> => (await customers().get(id))[field]

/** The clock looks again and again, as far as all that was under way in the database has ended. */
const seenBy = (id: string, tier: string) =>
  expect
    .poll(async () => {
      await grading.tick?.(clock())
      return gradeOf(id, 'tier')
    })
    .toBe(tier)

describe('a grading rule', () => {
  it('tells before what it would do, does it to all when it comes into force, and says so in the history', async () => {
    const [large, small] = [await buyer('大客户', 200_000), await buyer('小客户', 500)]
    const asked = { field: 'tier', value: 'vip', when: big, position: 10 }
    expect(await foreseeGrading(house.as('zhang'), asked)).toEqual({
      records: 2,
      matching: 1,
      moves: [{ before: 'potential', count: 1 }],
    })
    const rule = await rules().create({ ...asked, name: '年购十万' })
    await runAll()
    expect(await gradeOf(large, 'tier')).toBe('potential')
    await rules().update(rule.id, { active: true }, { version: rule.version })
    await runAll()
    expect([await gradeOf(large, 'tier'), await gradeOf(small, 'tier')]).toEqual(['vip', 'potential'])
    const { items } = await customers().history(large)
    expect(items.find(({ field }) => field === 'tier')).toMatchObject({ after: 'vip', reason: '年购十万' })
  })

  it('follows what is bought, within the minutes of the clock; the first that fits decides', async () => {
    const made = await rules().create({
      name: '买过',
      field: 'tier',
      value: 'ordinary',
      when: { purchaseCount: { gte: 1 } },
      position: 20,
      active: true,
    })
    await runAll()
    const id = await buyer('新客户', 300)
    await seenBy(id, 'ordinary')
    await house
      .as('wang')
      .recordsNamed('purchase')
      .create({ customer: id, amount: { amount: 150_000_00, currency: 'CNY' }, date: '2026-02-05' })
    await seenBy(id, 'vip')
    await rules().remove(made.id)
    await runAll()
  })

  it('is not gone against by hand without an exception, which ends by itself', async () => {
    const id = await buyer('老客户', 300_000)
    await seenBy(id, 'vip')
    const { version } = await customers().get(id)
    await expect(customers().update(id, { tier: 'ordinary' }, { version })).rejects.toMatchObject({
      code: 'grading.by_rule',
      errors: [{ path: 'tier' }],
    })
    const until = new Date(Date.now() + 3 * day).toISOString().slice(0, 10)
    await house
      .as('wang')
      .recordsNamed('rule_exception')
      .create({ customer: id, field: 'tier', until, grounds: '正在诉讼' })
    await customers().update(id, { tier: 'ordinary' }, { version })
    await runAll()
    await grading.maintain?.(clock(1))
    expect(await gradeOf(id, 'tier')).toBe('ordinary')
    // Another field of the same customer is its people's.
    const after = await customers().update(id, { stage: 'loyal' }, { version: version + 1 })
    expect(after.stage).toBe('loyal')
    await grading.maintain?.(clock(6))
    expect(await gradeOf(id, 'tier')).toBe('vip')
  })

  it('leaves a customer alone that cannot have the value, and grades the others', async () => {
    const pays = {
      name: '沉睡',
      field: 'status',
      value: 'paused',
      when: { purchaseCount: { eq: 0 } },
      position: 30,
      active: true,
    }
    const needs = { object: 'customer', field: 'fax', rule: 'required', when: { status: 'paused' } }
    await house.as('zhang').recordsNamed('field_rule').create(needs)
    const one = await buyer('甲')
    const { id: other } = await customers().create({ name: '乙', fax: '0571-88123456' })
    const made = await rules().create(pays)
    await runAll()
    expect([await gradeOf(one, 'status'), await gradeOf(other, 'status')]).toEqual(['active', 'paused'])
    await rules().remove(made.id)
  })

  it.each([
    [{ value: 'gold' }, 'grading.value_unknown', 'value'],
    [{ when: {} }, 'grading.no_case', 'when'],
    [{ when: null }, 'grading.no_case', 'when'],
    [{ when: { tier: 'vip' } }, 'grading.of_itself', 'when'],
    [{ when: { nothing: 1 } }, 'request.unknown_field', undefined],
  ])('is refused as %o', async (wrong, code, path) => {
    const rule = { name: '错', field: 'tier', value: 'vip', when: big, ...wrong }
    const refused = rules().create(rule)
    await expect(refused).rejects.toMatchObject({ code, ...(path ? { errors: [{ path }] } : {}) })
    await expect(foreseeGrading(house.as('zhang'), rule)).rejects.toMatchObject({ code })
  })

  it('is nobody’s to foresee or make but of those who keep the house', async () => {
    await expect(foreseeGrading(house.as('wang'), { field: 'tier', value: 'vip', when: big })).rejects.toMatchObject({
      status: 403,
    })
    await expect(
      house.as('wang').recordsNamed('value_rule').create({ name: '我', field: 'tier', value: 'vip', when: big }),
    ).rejects.toMatchObject({ status: 403 })
  })
})
