import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { decide, decideTogether, drawProposals, name, openDatabase, showProposal, sql } from '#kernel'
import type { House } from '#test/house'
import { openLedHouse } from '#test/led-house'
import { actAs } from '#test/standing-actor'
import { startWorker } from '../../src/server/worker-process.ts'

const kills = process.env.LONG ? 12 : 2
const many = process.env.LONG ? 1_500 : 60

let house: House
const ids: string[] = []
beforeAll(async () => {
  house = await openLedHouse({ approves: 'shortName' })
  const [owner, unit] = [house.people.wang.id, house.units.north]
  const inputs = Array.from({ length: many }, (_, at) => ({ input: { name: `客户${at}`, owner, unit } }))
  const made = await house.system().recordsNamed('customer').createMany(inputs)
  const records = (await actAs(house, 'wang')).recordsNamed('customer')
  for (const { id } of made)
    ids.push((await records.update(id ?? '', { shortName: '简称' }, { version: 1 })).proposed ?? '')
}, 300_000)
afterAll(() => house.close())

type Work = { place: string | null; state: string }

it(`one word on ${many} requests comes to each once, through a worker that is killed ${kills} times`, async () => {
  const chen = await actAs(house, 'chen')
  const { sample } = await drawProposals(chen, ids)
  const looked = await Promise.all(sample.map(async (id) => ({ id, hash: (await showProposal(chen, id)).hash })))
  const job = await decideTogether(chen, { ids, looked, verdict: 'approve' })
  const worker = startWorker({ url: house.url, dataDir: house.dataDir, rights: house.rights }, () => {})
  let before: string | null = null
  for (let killed = 0; ; ) {
    const [work] = await house.kernel.db.rows<Work>(sql`select place::text, state from job where id = ${job}::uuid`)
    if (work?.state === 'done') {
      expect(killed).toBe(kills)
      break
    }
    expect(work?.state).toMatch(/^(queued|running)$/)
    const pid = worker.pid()
    if (pid && killed < kills && work?.place && work.place !== before) {
      before = work.place
      await delay(Math.random() * 20)
      process.kill(pid, 'SIGKILL')
      killed++
    }
    await delay(5)
  }
  await worker.stop()
  const [told] = await house.system().transaction(({ db }) =>
    db.rows(sql`
      select count(*)::integer as files, count(distinct record)::integer as decided,
        (select count(*)::integer from customer where version = 2 and short_name = '简称') as changed,
        (select count(*)::integer from change_request where state = 'approved') as approved
      from audit_event where action = 'decide' and object = 'customer'`),
  )
  expect(told).toEqual({ files: many, decided: many, changed: many, approved: many })
}, 300_000)

it('one request over several records is made as a whole or not at all by who is killed between any two of its steps', async () => {
  const [owner, unit] = [house.people.wang.id, house.units.north]
  const system = house.system()
  const inputs = [1, 2, 3].map((at) => ({ input: { name: `合并公司${at}`, owner, unit } }))
  const records = (await system.recordsNamed('customer').createMany(inputs)).map(({ id }) => id)
  const wang = (await actAs(house, 'wang')).with({ grounds: { files: [], together: true } })
  const { request = '' } = await wang
    .recordsNamed('customer')
    .updateMany({ ids: records }, { patch: { shortName: '合称' } })
  const chen = await actAs(house, 'chen')
  const { hash, parts } = await showProposal(chen, request)
  const standing = async () => ({
    state: (await system.recordsNamed('change_request').get(request)).state,
    versions: await Promise.all(records.map(async (id) => (await system.recordsNamed('customer').get(id)).version)),
  })
  const { url, dataDir, rights } = house
  const settings = JSON.stringify({ url, dataDir, rights, login: 'chen', request, hash })
  await makeWait('customer', 'change_request')
  const steps = [...parts.map(({ record }) => record), request]
  for (const id of process.env.LONG ? steps : steps.slice(-2)) {
    await system.transaction(async ({ db }) => {
      // Whoever signs waits before this row is written, and is killed there.
      const [held] = await db.rows<{ session: number }>(
        sql`select pg_backend_pid() as session, pg_advisory_xact_lock(hashtextextended(${id}, 0))`,
      )
      const child = spawn(process.execPath, [join(import.meta.dirname, 'decide-child.ts'), settings], {
        stdio: 'inherit',
      })
      await expect.poll(() => waitingFor(held?.session ?? 0), { timeout: 60_000, interval: 20 }).toBe(1)
      child.kill('SIGKILL')
      await once(child, 'exit')
    })
    expect(await standing()).toEqual({ state: 'pending', versions: [1, 1, 1] })
  }
  await decide(chen, request, { verdict: 'approve', hash })
  expect(await standing()).toEqual({ state: 'approved', versions: [2, 2, 2] })
  const [told] = await house.kernel.db.rows(sql`
    select count(*)::integer as decided from audit_event where action = 'decide' and record = any(${records}::uuid[])`)
  expect(told).toEqual({ decided: 3 })
}, 300_000)

/** Before a row is written, its writer waits for whoever holds its id. */
async function makeWait(...tables: readonly string[]): Promise<void> {
  const owner = openDatabase(house.url, { max: 1, name: 'test' })
  await owner.rows(sql`
    create function wait_for_id() returns trigger language plpgsql
    as $$ begin perform pg_advisory_xact_lock(hashtextextended(new.id::text, 0)); return new; end $$`)
  for (const table of tables)
    await owner.rows(
      sql`create trigger wait_for_id before update on ${name(table)} for each row execute function wait_for_id()`,
    )
  await owner.end()
}

/** How many wait for what this session holds. */
async function waitingFor(session: number): Promise<number> {
  const [row] = await house.kernel.db.rows<{ count: number }>(sql`
    select count(*)::integer as count from pg_locks where not granted and ${session}::integer = any(pg_blocking_pids(pid))`)
  return row?.count ?? 0
}
