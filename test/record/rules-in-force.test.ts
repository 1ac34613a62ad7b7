import { afterAll, beforeAll, expect, it } from 'vitest'
import { defineJob, type Kernel, runJob, sql, startJob } from '#kernel'
import { type House, openHouse } from '#test/house'
import { modules } from '../../src/server/modules.ts'
import { closeKernel, openKernel } from '../../src/server/open-kernel.ts'

/* A job begins by the rules that are in force, in a process that hears of no change; where none changed, it reads none anew. */

const job = defineJob<object, null>({
  kind: 'nothing',
  start: () => null,
  step: async () => ({ place: null, done: 1, total: 1, finished: true }),
})

let house: House
let deaf: Kernel
beforeAll(async () => {
  house = await openHouse()
  deaf = await openKernel({ ...house, modules, connections: 4 })
  await deaf.feed.end()
})
afterAll(async () => {
  await closeKernel(deaf)
  await house.close()
})

const work = async () => {
  const id = await house.system().transaction((tx) => startJob(tx, job.kind, {}))
  await runJob(deaf, [job], id)
}

/** How often definitions were read, by what the trail keeps of it. */
async function readings(): Promise<number> {
  const rows = await house.kernel.db.rows(sql`
    select 1 from audit_event where object = 'custom_field' and action = 'list' and rule = 'system: read definitions'`)
  return rows.length
}

it('begins without reading them where nothing has changed, however much else has', async () => {
  await work()
  await house.as('wang').recordsNamed('customer').create({ name: '另一家客户' })
  const before = await readings()
  expect(before).toBeGreaterThan(0)
  await work()
  expect(await readings()).toBe(before)
})

it('knows what was made, changed, removed and brought back a moment before', async () => {
  const fields = house.system().recordsNamed('custom_field')
  const known = () => deaf.registry.objects.get('customer')?.fields.get('plate')?.field.label.zh
  const { id, version } = await fields.create({
    object: 'customer',
    name: 'plate',
    kind: 'text',
    labelZh: '车牌',
    labelEn: 'Plate',
  })
  await work()
  expect(known()).toBe('车牌')
  await fields.update(id, { labelZh: '车牌号' }, { version })
  await work()
  expect(known()).toBe('车牌号')
  await fields.remove(id)
  await work()
  expect(known()).toBeUndefined()
  await fields.restore(id)
  await work()
  expect(known()).toBe('车牌号')
})
