import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type KeyOwner, makeContext, rotateMaster, rotateWhenDue, runJob, sql, startRotation } from '#kernel'
import { type House, openHouse } from '#test/house'
import { runJobs } from '#test/run-jobs'
import { modules } from '../../src/server/modules.ts'
import { closeKernel, openKernel } from '../../src/server/open-kernel.ts'

const jobs = modules.flatMap((module) => module.jobs ?? [])
const owners = Array.from({ length: 2_500 }, (): KeyOwner => ({ owner: randomUUID(), level: 2 }))
const place = { object: 'customer', record: randomUUID(), field: 'phone', copy: 'record' }

let house: House
let sealed: Buffer[]
beforeAll(async () => {
  house = await openHouse()
  const ring = await house.kernel.codec.sealing(owners)
  sealed = owners.map((owner, at) => ring.seal(`value ${at}`, place, owner))
})
afterAll(() => house.close())

const again = () =>
  openKernel({ url: house.url, dataDir: house.dataDir, rights: house.rights, modules, connections: 2 })

async function readAll(kernel = house.kernel): Promise<void> {
  const ring = await kernel.codec.opening(kernel.db, sealed)
  expect(sealed.map((bytes) => ring.open(bytes, place))).toEqual(owners.map((_, at) => `value ${at}`))
}

const levelKeys = () =>
  house.kernel.db.rows<{ open: boolean; retired: boolean }>(
    sql`select wrapped is not null as open, retired_at is not null as retired from level_key order by id`,
  )

describe('rotation', () => {
  it('of the level keys wraps every data key anew, while others read and seal, and empties the old keys', async () => {
    const old = await again()
    const system = house.system()
    await startRotation(system)
    const running = runJobs(house)
    // A process that has not heard of it.
    for (let at = 0; at < 20; at++) {
      const owner: KeyOwner = { owner: randomUUID(), level: 2 }
      const ring = await old.codec.sealing([owner])
      sealed.push(ring.seal(`value ${owners.push(owner) - 1}`, place, owner))
    }
    await running
    expect(await levelKeys()).toEqual([
      ...Array(3).fill({ open: false, retired: true }),
      ...Array(3).fill({ open: true, retired: false }),
    ])
    const fresh = await again()
    for (const kernel of [fresh, old, house.kernel]) await readAll(kernel)
    await closeKernel(old)
    await closeKernel(fresh)
  })

  it('goes on after a step that failed', async () => {
    const id = await startRotation(house.system())
    let steps = 0
    const stumbling = jobs.map((job) => ({
      ...job,
      step: async (...args: Parameters<typeof job.step>) => {
        const done = await job.step(...args)
        if (++steps === 2) throw new Error('the power is gone')
        return done
      },
    }))
    await expect(runJob(house.kernel, stumbling, id)).rejects.toThrow('the power is gone')
    await readAll()
    await runJob(house.kernel, jobs, id)
    const fresh = await again()
    await readAll(fresh)
    await closeKernel(fresh)
    expect((await levelKeys()).filter(({ open }) => open)).toHaveLength(3)
  })

  it('is one at a time, and due with the year', async () => {
    const system = house.system()
    const first = await startRotation(system)
    expect(await startRotation(system)).toBe(first)
    await runJob(house.kernel, jobs, first)
    await rotateWhenDue(system)
    const later = makeContext({
      kernel: house.kernel,
      actor: system.actor,
      channel: 'job',
      systemReason: 'test',
      now: () => new Date('2030-01-02'),
    })
    const count = async () => (await levelKeys()).length
    const before = await count()
    await runJobs(house)
    expect(await count()).toBe(before)
    await rotateWhenDue(later)
    await runJobs(house)
    expect(await count()).toBe(before + 3)
  })

  it('of the master wraps the level keys anew, and file and database fit at every point of it', async () => {
    const { keys } = house.kernel
    const old = keys.secrets().masters[0]
    // Killed after the file was written, before the database knew.
    await keys.changeSecrets((now) => ({ ...now, masters: [Buffer.alloc(32, 7), ...now.masters] }))
    const half = await again()
    await readAll(half)
    const { fingerprint } = await rotateMaster(house.system())
    await readAll(half)
    await closeKernel(half)
    expect(keys.secrets().masters).toHaveLength(1)
    expect(keys.secrets().masters[0]).not.toEqual(old)
    const rows = await house.kernel.db.rows<{ master: string }>(
      sql`select distinct master from level_key where wrapped is not null`,
    )
    expect(rows).toEqual([{ master: fingerprint }])
    const fresh = await again()
    await readAll(fresh)
    await closeKernel(fresh)
    await startRotation(house.system())
    await runJobs(house)
    await readAll()
  })

  it('is for those who keep the keys', async () => {
    await expect(startRotation(house.as('wang'))).rejects.toMatchObject({ status: 403 })
    await expect(rotateMaster(house.as('wang'))).rejects.toMatchObject({ status: 403 })
  })
})
