import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { type Connection, sql } from '#kernel'
import { type House, openHouse } from '#test/house'

// A busy machine may take its time.
const patience = 20_000

let house: House
beforeAll(async () => {
  house = await openHouse()
  // What the house itself has written is told before the tests begin to listen.
  const told = new Promise<void>((resolve) => {
    const stop = house.kernel.feed.subscribe(({ action }) => {
      if (action !== 'opened') return
      stop()
      resolve()
    })
  })
  await commit(await opened('opened'))
  await told
})
afterAll(() => house.close())

async function opened(action: string): Promise<Connection> {
  const connection = await house.kernel.db.connect()
  await connection.text(`begin; set local app.keys = '{1}'; set local app.clearance = '3'`)
  await connection.rows(
    sql`insert into event (object, action, records, acl) values ('customer', ${action}, '{}', null)`,
  )
  return connection
}

async function commit(connection: Connection): Promise<void> {
  await connection.text(`select pg_notify('dossier_event', ''); commit`)
  connection.release()
}

it('tells once of each change, also of one that commits after a later one', async () => {
  const told: string[] = []
  const stop = house.kernel.feed.subscribe(({ action }) => told.push(action))
  const first = await opened('first')
  const second = await opened('second')
  await commit(second)
  await vi.waitFor(() => expect(told).toEqual(['second']), patience)
  await commit(first)
  await vi.waitFor(() => expect(told).toEqual(['second', 'first']), patience)
  await commit(await opened('third'))
  await vi.waitFor(() => expect(told).toEqual(['second', 'first', 'third']), patience)
  stop()
})

it('misses none of many that are written at once', async () => {
  const told: string[] = []
  const stop = house.kernel.feed.subscribe(({ action }) => told.push(action))
  await Promise.all(Array.from({ length: 60 }, async (_, n) => commit(await opened(`many ${n}`))))
  await vi.waitFor(() => expect(told).toHaveLength(60), patience)
  expect(new Set(told).size).toBe(60)
  stop()
})
