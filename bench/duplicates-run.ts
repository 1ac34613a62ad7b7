import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import {
  type Context,
  checkDuplicates,
  findImport,
  followTrail,
  insertImport,
  type Kernel,
  makeContext,
  readSettings,
  runJob,
  sql,
  startFinding,
  startJob,
  storeFile,
  unfinishedJobs,
} from '#kernel'
import { modules } from '../src/server/modules.ts'
import { withClient } from '../src/server/postgres/with-client.ts'
import { openBenchHouse, systemContext } from './bench-house.ts'
import { makeReaders } from './readers.ts'

/**
 * `recall`: of the pairs that the list says it has, how many are found; `precision`: of those found in it, how many it says it has.
 * `skipped`: rows of the list, sent once more, that are left out as being there. Times of one check, and of the first walk through all, which writes
 * their keys.
 */
export type DuplicateFigures = {
  rows: number
  pairs: number
  recall: number
  precision: number
  importRowsPerSecond: number
  skipRowsPerSecond: number
  skipped: number
  checkMs: number
  checkMs95: number
  walkMinutes: number
}

const data = join(import.meta.dirname, '../test/data')
const list = join(data, 'customers-dirty.utf8.csv')
const jobs = modules.flatMap((module) => module.jobs ?? [])
const truth = z.object({ duplicates: z.array(z.array(z.number())) })

export async function runDuplicates(options: {
  rows: number
  checks: number
  say(line: string): void
}): Promise<DuplicateFigures> {
  const house = await openBenchHouse(options.rows)
  try {
    const { kernel } = house
    const { head } = await makeReaders(kernel)
    const ctx = makeContext({ kernel, actor: head.actor, channel: 'api' })
    const system = systemContext(kernel)
    // What filled the list stands in the trail as well, and would be gone through before the walk.
    await withClient(house.url, (client) => client.query('delete from duplicate_place'))
    await followTrail(system)

    options.say(`the walk through ${options.rows} customers`)
    const walkBegun = performance.now()
    await system.transaction((tx) => startFinding(tx, { object: 'customer', everything: true }))
    await work(kernel)
    const walkMinutes = (performance.now() - walkBegun) / 60_000
    options.say(`${walkMinutes.toFixed(1)} minutes; the untidy list`)
    const first = await importOf(ctx, 'create')
    await work(kernel)
    const found = await foundIn(system, first.id)
    const wanted = new Set(
      truth.parse(JSON.parse(await readFile(join(data, 'customers-dirty.truth.json'), 'utf8'))).duplicates.map(String),
    )
    const right = found.filter((pair) => wanted.has(pair)).length

    options.say('the same list once more, without what is there')
    const again = await importOf(ctx, 'skip')
    const { counts } = await findImport(ctx, again.id)

    options.say(`${options.checks} checks`)
    const times = await checksOf(ctx, options.checks)

    return {
      rows: options.rows,
      pairs: wanted.size,
      recall: right / wanted.size,
      precision: found.length ? right / found.length : 0,
      importRowsPerSecond: first.rowsPerSecond,
      skipRowsPerSecond: again.rowsPerSecond,
      skipped: counts.skipped,
      checkMs: at(times, 0.5),
      checkMs95: at(times, 0.95),
      walkMinutes,
    }
  } finally {
    await house.close()
  }
}

async function importOf(ctx: Context, duplicates: 'create' | 'skip'): Promise<{ id: string; rowsPerSecond: number }> {
  const type = ctx.type('customer')
  const file = await storeFile(ctx, createReadStream(list), 'customers.csv')
  const settings = await readSettings(ctx, type, file, { duplicates })
  const { id, job } = await ctx.transaction(async (tx) => {
    const made = await insertImport(tx, type, { file: file.id, fileName: 'customers.csv', settings, state: 'queued' })
    return { id: made, job: await startJob(tx, 'import', { import: made }) }
  })
  const begun = performance.now()
  await runJob(ctx.kernel, jobs, job)
  const seconds = (performance.now() - begun) / 1_000
  const { state, counts } = await findImport(ctx, id)
  if (state !== 'done') throw new Error(`The import ended as ${state}`)
  return { id, rowsPerSecond: counts.rows / seconds }
}

async function work(kernel: Kernel): Promise<void> {
  for (const id of await unfinishedJobs(systemContext(kernel))) await runJob(kernel, jobs, id)
}

/** Pairs of rows of one list. */
async function foundIn(system: Context, id: string): Promise<string[]> {
  const rows = await system.transaction((tx) =>
    tx.db.rows<{ pair: string }>(sql`
      with imported as materialized (select id, import_row from customer where import_id = ${id}::uuid)
      select least(a.import_row, b.import_row) || ',' || greatest(a.import_row, b.import_row) as pair
      from duplicate_pair join imported a on a.id = one join imported b on b.id = other`),
  )
  return rows.map(({ pair }) => pair)
}

/** Milliseconds of checks with the name and phone of records that are there, in order. */
async function checksOf(ctx: Context, checks: number): Promise<number[]> {
  const { items } = await ctx.recordsNamed('customer').list({ limit: 100, fields: ['name', 'phone'], uncounted: true })
  const times: number[] = []
  for (let n = 0; n < checks; n++) {
    const values = items[n % items.length]?.values ?? {}
    const begun = performance.now()
    await checkDuplicates(ctx, ctx.type('customer'), { name: values.name, phone: values.phone })
    times.push(performance.now() - begun)
  }
  return times.sort((one, other) => one - other)
}

function at(sorted: readonly number[], part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0
}
