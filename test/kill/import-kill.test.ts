import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Context, findImport, insertImport, readSettings, sql, startJob, storeFile, updateImport } from '#kernel'
import { type House, openHouse } from '#test/house'
import { startWorker } from '../../src/server/worker-process.ts'

const kills = Number(process.env.KILLS ?? 3)
const list = join(import.meta.dirname, '../data/customers-dirty.gbk.csv')
const rows = 5_000
const nameless = 20

let house: House
let worker: ReturnType<typeof startWorker>
beforeAll(async () => {
  house = await openHouse()
  worker = startWorker({ url: house.url, dataDir: house.dataDir, rights: house.rights }, () => {})
})
afterAll(async () => {
  await worker.stop()
  await house.close()
})

async function startImport(ctx: Context): Promise<string> {
  const file = await storeFile(ctx, createReadStream(list), 'list.csv')
  const settings = await readSettings(ctx, ctx.type('customer'), file, {})
  return ctx.transaction(async (tx) => {
    const id = await insertImport(tx, tx.type('customer'), {
      file: file.id,
      fileName: 'list.csv',
      settings,
      state: 'queued',
    })
    await updateImport(tx, id, { job: await startJob(tx, 'import', { import: id }) })
    return id
  })
}

async function hasEnded(ctx: Context, id: string): Promise<boolean> {
  return !['queued', 'running'].includes((await findImport(ctx, id)).state)
}

it('an import whose worker is killed again and again loads every row once', async () => {
  const ctx = house.as('zhang')
  const id = await startImport(ctx)
  for (let killed = 0; killed < kills && !(await hasEnded(ctx, id)); ) {
    await delay(200 + Math.random() * 1_500)
    const pid = worker.pid()
    if (!pid) continue
    process.kill(pid, 'SIGKILL')
    killed++
    const { counts } = await findImport(ctx, id)
    const whole = await house
      .system()
      .transaction((tx) =>
        tx.db.rows(
          sql`select count(*) as made, count(distinct import_row) as rows from customer where import_id = ${id}`,
        ),
      )
    expect(Number(whole[0]?.made)).toBe(Number(whole[0]?.rows))
    expect(counts.rows % 500).toBe(0)
  }
  await expect.poll(() => hasEnded(ctx, id), { timeout: 120_000, interval: 100 }).toBe(true)
  const { state, counts } = await findImport(ctx, id)
  expect({ state, ...counts }).toMatchObject({ state: 'done', rows, created: rows - nameless, failed: nameless })
  const [row] = await house.system().transaction((tx) =>
    tx.db.rows(sql`
        select count(*) as made, count(distinct import_row) as rows, (select count(*) from contact where import_id = ${id}) as contacts,
          (select count(*) from audit_event where action = 'create' and object = 'customer') as trail
        from customer where import_id = ${id}`),
  )
  expect(row).toEqual({
    made: rows - nameless,
    rows: rows - nameless,
    contacts: rows - nameless,
    trail: rows - nameless,
  })
}, 240_000)
