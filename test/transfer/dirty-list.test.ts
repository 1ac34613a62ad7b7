import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type Context,
  findImport,
  insertImport,
  readSettings,
  runJob,
  startJob,
  storeFile,
  updateImport,
  wireOf,
} from '#kernel'
import type { RecordWire } from '#shared/wire'
import { type House, openHouse } from '#test/house'
import { modules } from '../../src/server/modules.ts'

const folder = join(import.meta.dirname, '../data')
const jobs = modules.flatMap((module) => module.jobs ?? [])

type Truth = {
  rows: {
    row: number
    phone: string
    contactMobile: string
    creditCode: string | null
    created: string | null
    lastFollowedUp: string | null
    amount: number | null
    missing: string[]
  }[]
}

let house: House
let truth: Truth
beforeAll(async () => {
  house = await openHouse()
  truth = JSON.parse(await readFile(join(folder, 'customers-dirty.truth.json'), 'utf8'))
})
afterAll(() => house.close())

async function importFile(ctx: Context, name: string): Promise<string> {
  const file = await storeFile(ctx, createReadStream(join(folder, name)), name)
  const type = ctx.type('customer')
  const settings = await readSettings(ctx, type, file, {})
  const id = await insertImport(ctx, type, { file: file.id, fileName: name, settings, state: 'queued' })
  const job = await ctx.transaction((tx) => startJob(tx, 'import', { import: id }))
  await updateImport(ctx, id, { job })
  await runJob(house.kernel, jobs, job)
  return id
}

async function recordsOf(ctx: Context, object: string, id: string): Promise<Map<number, RecordWire>> {
  const records = ctx.recordsNamed(object)
  const found = new Map<number, RecordWire>()
  let after: string | undefined
  do {
    const page = await records.list({ where: { importId: id }, sort: 'importRow', limit: 200, after, uncounted: true })
    for (const item of page.items) found.set(item.imported?.row ?? 0, wireOf(ctx, records.type, item))
    after = page.next ?? undefined
  } while (after)
  return found
}

/** An instant's calendar day in the company's zone. */
function day(value: unknown): string | null {
  return typeof value === 'string'
    ? new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date(value))
    : null
}

describe.each(['customers-dirty.gbk.csv', 'customers-dirty.utf8.csv'])('the real list %s', (name) => {
  let id: string
  let customers: Map<number, RecordWire>
  let contacts: Map<number, RecordWire>
  beforeAll(async () => {
    const ctx = house.as('zhang')
    id = await importFile(ctx, name)
    customers = await recordsOf(ctx, 'customer', id)
    contacts = await recordsOf(ctx, 'contact', id)
  }, 120_000)

  it('loads every row but those without a name', async () => {
    const { state, counts } = await findImport(house.as('zhang'), id)
    const nameless = truth.rows.filter(({ missing }) => missing.includes('name')).length
    expect(state).toBe('done')
    expect(counts).toMatchObject({ rows: 5_000, created: 5_000 - nameless, failed: nameless })
    expect(customers.size).toBe(5_000 - nameless)
  })

  it('holds every value as the truth has it', () => {
    const wrong: string[] = []
    for (const row of truth.rows.filter(({ missing }) => !missing.length)) {
      const customer = customers.get(row.row)
      const contact = contacts.get(row.row)
      const amount = (customer?.dealAmount ?? customer?.annualRevenue ?? null) as { amount: number } | null
      const facts: [string, unknown, unknown][] = [
        ['phone', phoneClass(customer?.phone), row.phone],
        ['contactMobile', phoneClass(contact?.phone), row.contactMobile],
        ['creditCode', customer?.creditCode ?? null, row.creditCode === 'invalid' ? null : row.creditCode],
        ['lastFollowedUp', day(customer?.lastFollowedUp), row.lastFollowedUp === 'invalid' ? null : row.lastFollowedUp],
        ['amount', amount && amount.amount / 100, row.amount],
      ]
      if (row.created && row.created !== 'invalid') facts.push(['created', day(customer?.createdAt), row.created])
      for (const [field, got, expected] of facts) {
        const same = field === 'phone' || field === 'contactMobile' ? agrees(got, expected) : got === expected
        if (!same) wrong.push(`${row.row} ${field}: ${String(got)} instead of ${String(expected)}`)
      }
    }
    expect(wrong).toEqual([])
  })

  it('marks exactly the files with an unreadable value to be completed, and keeps the original text', async () => {
    const bad = truth.rows.filter(
      (row) =>
        !row.missing.length &&
        [row.phone, row.contactMobile, row.creditCode, row.created, row.lastFollowedUp].includes('invalid'),
    )
    const marked = [...customers].filter(([, record]) => record.incomplete?.length).map(([row]) => row)
    expect(marked.sort((a, b) => a - b)).toEqual(bad.map(({ row }) => row))
    const example = truth.rows.find((row) => row.phone === 'invalid' && !row.missing.length)
    const record = await house
      .as('zhang')
      .recordsNamed('customer')
      .get(customers.get(example?.row ?? 0)?.id ?? '')
    expect(record.unresolved.find(({ field }) => field === 'phone')?.original).toBeTruthy()
  })
})

function phoneClass(value: unknown): string {
  return typeof value === 'string' ? value : 'none'
}

function agrees(got: unknown, expected: unknown): boolean {
  if (expected === 'empty' || expected === 'invalid') return got === 'none'
  if (expected === 'landline') return typeof got === 'string' && /^\+86(?!1[3-9]\d{9}$)\d{9,11}/.test(got)
  return got === expected
}
