import { setTimeout as pause } from 'node:timers/promises'
import { withClient } from '../src/server/postgres/with-client.ts'
import { endOtherWork, openBenchHouse, systemContext } from './bench-house.ts'
import { childOf, cpuOf, cpuOfFamily, untilIdle } from './cpu-time.ts'
import { makeReaders } from './readers.ts'
import { startProduct } from './run-bench.ts'

/** One word on many requests: seconds by the clock, processor seconds of the worker and of PostgreSQL, and of the bare updates. */
export type Approved = { requests: number; seconds: number; worker: number; postgres: number; bare: number }

/** Each look costs the house about as much as a decision. */
const lookMs = 200
const atOnce = 200

/** A manager's changes of so many customers, which wait for the head, are approved together through the API. */
export async function runApprove(options: {
  rows: number
  requests: number
  say(line: string): void
}): Promise<Approved> {
  const house = await openBenchHouse(options.rows)
  const stops = [house.close]
  try {
    const { head, manager } = await makeReaders(house.kernel)
    const product = await startProduct(house)
    stops.push(product.stop)
    const call = async <Answer>(cookie: string, path: string, body?: unknown): Promise<Answer> => {
      const answer = await fetch(new URL(`/api${path}`, product.address), {
        method: body ? 'POST' : 'GET',
        headers: { cookie, ...(body ? { 'content-type': 'application/json' } : {}) },
        body: body === undefined ? undefined : JSON.stringify(body),
      })
      if (!answer.ok) throw new Error(`${path} -> ${answer.status}: ${await answer.text()}`)
      // What the API answers is checked by its own tests.
      return (await answer.json()) as Answer
    }
    const rule = { object: 'customer', name: 'bench', operations: ['update'], fields: ['shortName'], superior: false }
    await call(head.cookie, '/approval-rules', { ...rule, people: [head.actor.id] })

    options.say(`${options.requests} requests`)
    const files = await filesOf(options.requests, (after) =>
      call(manager.cookie, `/customers?limit=${atOnce}&after=${after}`),
    )
    for (let at = 0; at < files.length; at += atOnce)
      await call(manager.cookie, '/customers/bulk-changes', {
        ids: files.slice(at, at + atOnce),
        patch: { shortName: 'bench' },
      })
    const waiting = JSON.stringify({ state: 'pending' })
    const ids = await filesOf(options.requests, (after) =>
      call(head.cookie, `/change-requests?limit=${atOnce}&where=${encodeURIComponent(waiting)}&after=${after}`),
    )

    options.say('their notices')
    const worker = childOf(product.pid, 'worker.ts')
    await endOtherWork(house.kernel)
    await untilIdle(() => cpuOf(worker) + cpuOfFamily(house.postgres))

    options.say('their approval')
    const { sample } = await call<{ sample: string[] }>(head.cookie, '/change-requests/samples', { ids })
    const looked: { id: string; hash: string }[] = []
    for (const id of sample) {
      const { hash } = await call<{ hash: string }>(head.cookie, `/change-requests/${id}/changes`)
      looked.push({ id, hash })
    }
    const before = { at: performance.now(), worker: cpuOf(worker), postgres: cpuOfFamily(house.postgres) }
    const { job } = await call<{ job: string }>(head.cookie, '/change-requests/decisions', {
      ids,
      looked,
      verdict: 'approve',
    })
    for (;;) {
      const { state } = await call<{ state: string }>(head.cookie, `/jobs/${job}`)
      if (state === 'done') break
      if (state === 'failed') throw new Error('The approval failed')
      await pause(lookMs)
    }
    const figures = {
      requests: ids.length,
      seconds: (performance.now() - before.at) / 1_000,
      worker: (cpuOf(worker) - before.worker) / 1_000,
      postgres: (cpuOfFamily(house.postgres) - before.postgres) / 1_000,
    }
    const left = await systemContext(house.kernel)
      .recordsNamed('customer')
      .list({ where: { shortName: 'bench' }, limit: 1 })
    if (left.total !== ids.length) throw new Error(`${left.total} of ${ids.length} changes were made`)
    return { ...figures, bare: await updateBare(house.url, files) }
  } finally {
    for (const stop of stops.reverse()) await stop()
  }
}

type Page = { items: { id: string }[]; next: string | null }

async function filesOf(most: number, page: (after: string) => Promise<Page>): Promise<string[]> {
  const ids: string[] = []
  for (let after: string | null = ''; after !== null && ids.length < most; ) {
    const { items, next }: Page = await page(after)
    ids.push(...items.map(({ id }) => id))
    after = next
  }
  return ids.slice(0, most)
}

/** The same column of the same rows, one statement each and all in one transaction; seconds. */
async function updateBare(url: string, ids: readonly string[]): Promise<number> {
  return withClient(url, async (client) => {
    const begun = performance.now()
    await client.query('begin')
    for (const id of ids) await client.query('update customer set short_name = $1 where id = $2', ['bare', id])
    await client.query('commit')
    return (performance.now() - begun) / 1_000
  })
}
