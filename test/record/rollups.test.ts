import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Context, sql } from '#kernel'
import { type House, openHouse } from '#test/house'

let house: House
let ctx: Context
beforeAll(async () => {
  house = await openHouse()
  ctx = house.as('zhang')
})
afterAll(() => house.close())

type Step = {
  what: 'buy' | 'change' | 'move' | 'remove' | 'restore' | 'leave'
  which: number
  day: number
  amount: number
}

const step: fc.Arbitrary<Step> = fc.record({
  what: fc.constantFrom('buy', 'buy', 'change', 'move', 'remove', 'restore', 'leave'),
  which: fc.nat(3),
  day: fc.integer({ min: 10, max: 28 }),
  amount: fc.integer({ min: -5_000, max: 5_000 }),
})

/** A file is gone, and a purchase with it: then the step is not possible, and nothing must have changed. */
const possible = async (work: Promise<unknown>): Promise<void> => {
  await work.catch((error: { status?: number }) => {
    if (![404, 409, 422].includes(error.status ?? 500)) throw error
  })
}

async function take(files: readonly string[], bought: string[], { what, which, day, amount }: Step): Promise<void> {
  const purchases = ctx.recordsNamed('purchase')
  const customers = ctx.recordsNamed('customer')
  const file = files[which % files.length] ?? ''
  const id = bought[which % Math.max(bought.length, 1)]
  const given = { date: `2026-01-${day}`, amount: { amount, currency: 'CNY' } }
  if (what === 'buy')
    return possible(purchases.create({ customer: file, ...given }).then((made) => bought.push(made.id)))
  if (what === 'leave') return possible(which % 2 ? customers.remove(file) : customers.restore(file))
  if (!id) return
  if (what === 'remove') return possible(purchases.remove(id))
  if (what === 'restore') return possible(purchases.restore(id))
  const patch = what === 'move' ? { customer: file } : given
  const current = await purchases.get(id).catch(() => null)
  if (current) await possible(purchases.update(id, patch, { version: current.version }))
}

/** Kept totals beside those that PostgreSQL adds up now, of every file that is there. */
function totals(files: readonly string[]) {
  return ctx.transaction(({ db }) =>
    db.rows(sql`
      select customer.id, purchase_count as kept_count, purchase_total as kept_total, last_purchase_at as kept_last,
        count(purchase.id)::numeric as count, sum(purchase.amount)::bigint as total, max(purchase.date) as last
      from customer left join purchase on purchase.customer_id = customer.id and purchase.deleted_at is null
      where customer.id = any(${[...files]}::uuid[]) and customer.deleted_at is null group by customer.id`),
  )
}

describe('totals that a file keeps of its children', () => {
  it('are what SQL adds up, after any row of changes', async () => {
    const run = async (steps: readonly Step[]): Promise<void> => {
      const files = ['甲', '乙'].map((name) => ctx.recordsNamed('customer').create({ name }))
      const ids = (await Promise.all(files)).map(({ id }) => id)
      const bought: string[] = []
      for (const each of steps) await take(ids, bought, each)
      for (const row of await totals(ids))
        expect([row.kept_count, row.kept_total, row.kept_last]).toEqual([row.count, row.total, row.last])
    }
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), run), { numRuns: 100 })
  })

  it('keep a latest date that an import brought until there is a later one', async () => {
    const importId = '01994a3e-0000-7000-8000-0000000000aa'
    const origin = { import: { id: importId, row: 1 } }
    const input = { name: '导入客户', lastFollowedUp: '2026-03-01T00:00:00.000Z' }
    const [made] = await ctx.recordsNamed('customer').createMany([{ input, origin }], { lenient: true, past: true })
    const at = async () => (await ctx.recordsNamed('customer').get(made?.id ?? '')).lastFollowedUp
    const followUp = { customer: made?.id, content: '回访', method: 'phone' }
    await ctx.recordsNamed('follow_up').create({ ...followUp, at: '2026-02-01T00:00:00.000Z' })
    expect(await at()).toBe('2026-03-01T00:00:00.000Z')
    await ctx.recordsNamed('follow_up').create({ ...followUp, at: '2026-04-01T00:00:00.000Z' })
    expect(await at()).toBe('2026-04-01T00:00:00.000Z')
  })

  it('lose a latest date again when its child is taken away or was a mistake', async () => {
    const { id } = await ctx.recordsNamed('customer').create({ name: '误记客户' })
    const wrong = await ctx.recordsNamed('purchase').create({ customer: id, amount: '1', date: '2099-01-01' })
    await ctx.recordsNamed('purchase').update(wrong.id, { date: '2026-01-01' }, { version: 1 })
    expect((await ctx.recordsNamed('customer').get(id)).lastPurchaseAt).toBe('2026-01-01')
    await ctx.recordsNamed('purchase').remove(wrong.id)
    expect((await ctx.recordsNamed('customer').get(id)).lastPurchaseAt).toBeNull()
  })
})
