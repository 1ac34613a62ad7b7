import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Client } from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createDatabase, type TestDatabase } from '#test/postgres'
import { testFolder } from '#test/test-folder'
import { largeCustomerId } from '../../src/modules/demo/large-record.ts'
import { withClient } from '../../src/server/postgres/with-client.ts'

const kills = Number(process.env.KILLS ?? 3)
const rows = 1_000
/** Not a whole number of batches, so that later loads must complete what an earlier one began. */
const odd = 130
const seedFile = resolve(import.meta.dirname, '../../src/cli/seed.ts')

let database: TestDatabase
let dataDir: string
beforeAll(async () => {
  database = await createDatabase()
  dataDir = await testFolder()
})
afterAll(async () => {
  await database.drop()
  await rm(dataDir, { recursive: true, force: true })
})

function startSeed(target: number) {
  const args = [seedFile, 'large', '--rows', String(target), '--login', 'head', '--password', 'for-tests-only-1']
  const env = { ...process.env, DATABASE_URL: database.url, DOSSIER_DATA: join(dataDir, 'data') }
  return spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
}

/** Runs the seed as a person would; `killAfter` milliseconds later it is gone. Answers with how it ended. */
async function seed(target: number, killAfter?: number): Promise<{ ms: number; killed: boolean; output: string }> {
  const began = performance.now()
  const child = startSeed(target)
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (output += part))
  const timer = killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter)
  const [code, signal] = await once(child, 'close')
  clearTimeout(timer)
  if (!signal && code !== 0) throw new Error(output)
  return { ms: performance.now() - began, killed: signal === 'SIGKILL', output }
}

async function ask(query: string): Promise<Record<string, unknown>> {
  return withClient(database.url, async (client: Client) => {
    await client.query(`set app.keys = '{1}'; set app.clearance = '3'`)
    return (await client.query<Record<string, unknown>>(query)).rows[0] ?? {}
  })
}

/** What a killed process had open is rolled back as soon as its server process notices. */
async function everybodyGone(): Promise<void> {
  for (;;) {
    const { others } = await ask(
      `select count(*)::integer as others from pg_stat_activity where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()`,
    )
    if (others === 0) return
  }
}

const wholeness = `select
  (select count(*) from customer)::integer as customers,
  (select count(*) from contact)::integer as contacts,
  (select count(distinct customer_id) from contact)::integer as reached,
  (select count(*) from claim where scope = 'customer.archiveNumber')::integer as numbers,
  (select count(distinct record) from audit_event where action = 'create' and object in ('customer', 'contact'))::integer as trail,
  (select count(distinct made) from event, unnest(records) as made where object = 'customer')::integer as announced`

it('ends on request, and says that the same command goes on from there', async () => {
  const child = startSeed(1_000_000)
  let output = ''
  child.stdout.on('data', (part) => {
    output += part
    if (String(part).includes('with its head')) child.kill('SIGINT')
  })
  const [code] = await once(child, 'close')
  expect(code).toBe(130)
  expect(output).toContain('the same command goes on from here')
  await everybodyGone()
})

it(
  'a large load that is killed again and again leaves nothing half and ends complete',
  async () => {
    const { ms } = await seed(rows)
    let target = rows
    for (let killed = 0, tries = 0; killed < kills; tries++) {
      expect(tries, 'loads that ended before their kill').toBeLessThan(kills * 3)
      target += rows + odd
      const end = await seed(target, Math.random() * ms)
      killed += end.killed ? 1 : 0
      await everybodyGone()
      const { customers, trail, ...others } = await ask(wholeness)
      expect(others).toEqual({ contacts: customers, reached: customers, numbers: customers, announced: customers })
      expect(trail).toBe(2 * Number(customers))
    }
    await seed(target)
    const { customers } = await ask(wholeness)
    expect(customers).toBe(target)
    const { ids } = await ask('select array_agg(id::text order by id) as ids from customer')
    expect(ids).toEqual(Array.from({ length: target }, (_, index) => largeCustomerId(index)))
    const { output } = await seed(target)
    expect(output).toContain(`0 made`)
  },
  30_000 + kills * 20_000,
)
