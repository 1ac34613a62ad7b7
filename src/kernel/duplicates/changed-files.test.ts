import { afterAll, beforeAll, expect, it } from 'vitest'
import { type House, openHouse } from '#test/house'
import { sql } from '../query/sql.ts'
import { beginRound, nextChanged, trailNow } from './changed-files.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const mostUsedUp = 100_000

/** Uses up transaction numbers, until the next one is so many before one with another digit. */
async function countUpTo(before: number): Promise<void> {
  const { db } = house.kernel
  const [row] = await db.rows<{ now: string }>(sql`select pg_snapshot_xmax(pg_current_snapshot())::text as now`)
  const now = Number(row?.now)
  const left = 10 ** String(now).length - now - before
  // Where it is too far, batches are met in the order of numbers of one length.
  if (left < 0 || left > mostUsedUp) return
  // What is taken back has had a number all the same.
  const once = `insert into setting (name, value) values ('number', '{}'); raise exception 'back'`
  const block = `begin ${once}; exception when others then null; end;`
  await db.rows(sql`${sql.raw(`do $$ begin for at in 1..${left} loop ${block} end loop; end $$`)}`)
}

it('meets each file once, batch by batch, also where the numbers of transactions get another digit', {
  timeout: 120_000,
}, async () => {
  const ctx = house.system()
  const type = ctx.type('customer')
  await countUpTo(5)
  const from = { ...(await trailNow(ctx)), round: null }
  const made: string[] = []
  for (let at = 0; at < 12; at++) made.push((await ctx.recordsNamed('customer').create({ name: `跨位${at}` })).id)
  const met: string[] = []
  let place = await beginRound(ctx, from)
  while (place.round) {
    const next = await nextChanged(ctx, type, { place, limit: 2 })
    met.push(...next.ids)
    place = next.place
  }
  expect(met).toEqual(made)
})
