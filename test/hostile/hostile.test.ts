import { AsyncLocalStorage } from 'node:async_hooks'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { mkdtemp, rm } from 'node:fs/promises'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { AppError } from '#shared/app-error'
import { openTable } from '../../src/kernel/transfer/open-table.ts'
import type { HostileFile } from './hostile-file.ts'
import { hostileFiles, makeHostileFile } from './make-hostile-files.ts'

const MEBIBYTE = 1024 * 1024
const SHORT = 20
const every = Math.floor(hostileFiles.length / SHORT)
const chosen = process.env.LONG ? hostileFiles : hostileFiles.filter((_, at) => at % every === 0).slice(0, SHORT)

let folder = ''
let connections = 0
// What another test file has left running in this process is not the reading of a file.
const reading = new AsyncLocalStorage<true>()
const count = (): void => {
  if (reading.getStore()) connections++
}
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hostile-'))
  subscribe('net.client.socket', count)
})
afterAll(async () => {
  unsubscribe('net.client.socket', count)
  await rm(folder, { recursive: true })
})

/** By how much others slow this machine down at the moment. */
function crowding(): number {
  return Math.max(1, (loadavg()[0] ?? 1) / availableParallelism())
}

function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0')
}

async function outcomeOf(path: string, name: string): Promise<HostileFile['outcome']> {
  try {
    const table = await openTable(path, { fileName: name })
    let rows = 0
    let unsound = 0
    for await (const { row, cells } of table.rows()) {
      rows = row
      if (cells.length !== table.headings.length || !cells.every(isStorable)) unsound++
    }
    expect(unsound).toBe(0)
    return rows
  } catch (error) {
    if (error instanceof AppError) return error.code
    throw error
  }
}

test('there are more than a hundred of them, each another', () => {
  expect(new Set(hostileFiles.map(({ name }) => name)).size).toBe(hostileFiles.length)
  expect(hostileFiles.length).toBeGreaterThan(100)
})

describe('a hostile file is refused by name or read as what it holds', () => {
  test.each(chosen)('$name -> $outcome', async (hostile) => {
    const path = await makeHostileFile(folder, hostile)
    const before = process.memoryUsage.rss()
    let highest = before
    const watch = setInterval(() => {
      highest = Math.max(highest, process.memoryUsage.rss())
    }, 10)
    const start = performance.now()
    const outcome = await reading.run(true, () => outcomeOf(path, hostile.name)).finally(() => clearInterval(watch))
    const seconds = (performance.now() - start) / 1_000 / crowding()
    expect(outcome).toBe(hostile.outcome)
    expect(seconds).toBeLessThan(5)
    expect((highest - before) / MEBIBYTE).toBeLessThan(200)
    expect(connections).toBe(0)
    await rm(path)
  })
})
