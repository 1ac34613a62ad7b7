import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { childOf, cpuOf, cpuOfFamily } from './cpu-time.ts'
import type { Server } from './measure.ts'

/** How fast a list comes in: rows a second by the clock, and processor seconds of the worker and of PostgreSQL. */
export type Imported = { rows: number; seconds: number; worker: number; postgres: number }

const list = join(import.meta.dirname, '../test/data/customers-dirty.utf8.csv')
const lookMs = 50

/** Imports rows of the untidy list, from its head again and again, through the API, and waits for its end. */
export async function importRun(
  server: Server,
  options: { postgres: number; cookie: string; rows: number },
): Promise<Imported> {
  const worker = childOf(server.pid, 'worker.ts')
  const form = new FormData()
  form.set('file', new Blob([await listOf(options.rows)]), 'customers.csv')
  const before = { at: performance.now(), worker: cpuOf(worker), postgres: cpuOfFamily(options.postgres) }
  const { id } = await ask(server, options.cookie, { path: '/api/imports?object=customers', body: form })
  for (;;) {
    const { state, counts } = await ask(server, options.cookie, { path: `/api/imports/${id}` })
    if (state === 'failed') throw new Error(`The import ended as ${state}`)
    if (state === 'done') {
      return {
        rows: counts.rows,
        seconds: (performance.now() - before.at) / 1000,
        worker: (cpuOf(worker) - before.worker) / 1000,
        postgres: (cpuOfFamily(options.postgres) - before.postgres) / 1000,
      }
    }
    await pause(lookMs)
  }
}

async function listOf(rows: number): Promise<string> {
  // A cell in quotes may hold an end of line.
  const [heading = '', ...records] = (await readFile(list, 'utf8')).match(/(?:"[^"]*"|[^"\n])+\n?/g) ?? []
  const ended = records.map((record) => record.replace(/\r?\n?$/, '\r\n'))
  return heading + Array.from({ length: rows }, (_, at) => ended[at % ended.length]).join('')
}

type ImportAnswer = { id: string; state: string; counts: { rows: number } }

async function ask({ address }: Server, cookie: string, { path, body }: { path: string; body?: FormData }) {
  const answer = await fetch(new URL(path, address), { method: body ? 'POST' : 'GET', headers: { cookie }, body })
  if (!answer.ok) throw new Error(`${path} -> ${answer.status}: ${await answer.text()}`)
  // What the API answers is checked by its own tests.
  return (await answer.json()) as ImportAnswer
}
