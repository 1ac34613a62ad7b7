import { randomUUIDv7 } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Sql, sql } from '#kernel'
import { type ApiClient, type ApiHouse, openApiHouse } from '#test/as'
import { mannWhitney } from '#test/mann-whitney'
import { compileSql } from '../../src/kernel/query/sql.ts'

const pairs = process.env.LONG ? 2_000 : 200

let house: ApiHouse
let wang: ApiClient
/** Customers of another unit: they are there, and the clerk never learns of it. */
const foreign: { id: string; name: string; phone: string }[] = []
beforeAll(async () => {
  house = await openApiHouse()
  wang = await house.client('wang')
  for (let at = 0; at < 40; at++) {
    const input = { name: `隐身客户${1000 + at}`, phone: `1398${String(at).padStart(7, '0')}` }
    foreign.push({ id: (await house.as('li').recordsNamed('customer').create(input)).id, ...input })
    await house
      .as('wang')
      .recordsNamed('customer')
      .create({ name: `自己的客户${at}`, phone: `1396${String(at).padStart(7, '0')}` })
  }
})
afterAll(() => house.close())

/** Ids like those of records, of none. */
const never = Array.from({ length: 40 }, () => randomUUIDv7())

const where = (filter: unknown): string => `where=${encodeURIComponent(JSON.stringify(filter))}`
type Question = { name: string; there(at: number): string; not(at: number): string }

/** What is asked of a record out of sight, and the same of one that never was. */
const questions: readonly Question[] = [
  ...['', '/history', '/timeline', '/access'].map((part) => ({
    name: `get${part}`,
    there: (at: number) => `/api/customers/${foreign[at % 40]?.id}${part}`,
    not: (at: number) => `/api/customers/${never[at % 40] ?? ''}${part}`,
  })),
  {
    name: 'search by name',
    there: (at) => `/api/customers?search=${encodeURIComponent(foreign[at % 40]?.name ?? '')}`,
    not: (at) => `/api/customers?search=${encodeURIComponent(`隐身客户${2000 + (at % 40)}`)}`,
  },
  {
    name: 'search by number',
    there: (at) => `/api/customers?search=${foreign[at % 40]?.phone}`,
    not: (at) => `/api/customers?search=1398${String(9000 + (at % 40)).padStart(7, '0')}`,
  },
  {
    name: 'filter by name',
    there: (at) => `/api/customers?${where({ name: foreign[at % 40]?.name })}`,
    not: (at) => `/api/customers?${where({ name: `隐身客户${2000 + (at % 40)}` })}`,
  },
  {
    name: 'filter by id',
    there: (at) => `/api/customers?${where({ id: foreign[at % 40]?.id })}`,
    not: (at: number) => `/api/customers?${where({ id: never[at % 40] ?? '' })}`,
  },
  {
    name: 'groups',
    there: (at) => `/api/customers/groups?by=tier&${where({ id: foreign[at % 40]?.id })}`,
    not: (at: number) => `/api/customers/groups?by=tier&${where({ id: never[at % 40] ?? '' })}`,
  },
]

/** Neither the lock of searches nor what was remembered a moment ago may answer. */
async function afresh(): Promise<void> {
  await house.kernel.db.rows(sql`delete from sealed_search`)
}

/** An answer without what differs in any two of them. */
async function answerTo(path: string): Promise<string> {
  const { status, headers, body } = await wang.get(path)
  const { requestId: _, ...rest } = body
  if (rest.params) rest.params = { ...rest.params, requestId: '' }
  return JSON.stringify([status, [...headers].filter(([name]) => name !== 'date'), rest])
}

/** Who calls and the company's settings are looked up when they are not remembered, and the change feed reads when it hears something: none is about the answer. */
const aside = /session|role_assignment|principal|from event|from setting/

function textOf(statement: string | Sql | undefined): string {
  return typeof statement === 'string' ? statement : statement ? compileSql(statement).text : ''
}

/** How many statements the database was sent for an answer. */
async function statements(path: string): Promise<number> {
  let count = 0
  const { connect, rows, tuples } = house.kernel.db
  const counted = <Work extends (...args: never[]) => unknown>(work: Work): Work =>
    // The wrapper takes and gives what the method does.
    ((...args: never[]) => {
      if (!aside.test(textOf(args[0]))) count++
      return work(...args)
    }) as Work
  Object.assign(house.kernel.db, {
    rows: counted(rows),
    tuples: counted(tuples),
    connect: async () => {
      const connection = await connect()
      const own = { rows: connection.rows, tuples: connection.tuples, text: connection.text }
      const release = connection.release
      const back = () => Object.assign(connection, own, { release })
      return Object.assign(connection, {
        rows: counted(own.rows),
        tuples: counted(own.tuples),
        text: counted(own.text),
        release: (broken?: boolean) => {
          back()
          release(broken)
        },
      })
    },
  })
  try {
    await wang.get(path)
    return count
  } finally {
    Object.assign(house.kernel.db, { connect, rows, tuples })
  }
}

describe.each(questions)('$name', ({ there, not }) => {
  it('gives one answer for what is out of sight and for what never was', async () => {
    for (let at = 0; at < 5; at++) {
      await afresh()
      expect(await answerTo(there(at))).toBe(await answerTo(not(at)))
    }
  })

  it('asks the database as often', async () => {
    for (let at = 0; at < 3; at++) {
      await afresh()
      const [one, other] = [await statements(there(at)), await statements(not(at))]
      expect(one).toBeGreaterThan(0)
      expect(one).toBe(other)
    }
  })

  it.runIf(process.env.LONG)(`takes as long (${pairs} pairs, in turn)`, { timeout: 600_000, retry: 1 }, async () => {
    const times: Record<'there' | 'not', number[]> = { there: [], not: [] }
    for (let at = -50; at < pairs; at++) {
      if (at % 8 === 0) await afresh()
      const order = at % 2 ? (['there', 'not'] as const) : (['not', 'there'] as const)
      for (const which of order) {
        const path = which === 'there' ? there(at + 80) : not(at + 80)
        const begun = performance.now()
        await fetch(new URL(path, house.server.address), { headers: { cookie: wang.cookie } }).then((answer) =>
          answer.text(),
        )
        if (at >= 0) times[which].push(performance.now() - begun)
      }
    }
    const p = mannWhitney(times.there, times.not)
    const middle = (all: number[]) => all.toSorted((a, b) => a - b)[pairs / 2]?.toFixed(3)
    console.info(
      `p = ${p.toFixed(3)}; medians ${middle(times.there)} ms (out of sight) and ${middle(times.not)} ms (never was)`,
    )
    expect(p).toBeGreaterThan(0.01)
  })
})
