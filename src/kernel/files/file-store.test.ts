import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openFileStore } from './file-store.ts'

const options = { limit: 1_000, seal: { key: randomBytes(32), bound: 'a file' } }

async function openFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'dossier-files-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  return folder
}

test('a process that starts leaves alone what another is storing', async () => {
  const folder = await openFolder()
  const store = await openFileStore(folder)
  async function* content(): AsyncGenerator<Uint8Array> {
    yield Buffer.from('one half ')
    await openFileStore(folder)
    yield Buffer.from('and the other')
  }
  expect(await store.put('content-01', content(), options)).toMatchObject({ size: 22 })
  expect(await readdir(join(folder, '01'))).toEqual(['content-01'])
})

test('what a process that ended has left behind goes once nobody can be sending it any more', async () => {
  const folder = await openFolder()
  const incoming = join(folder, 'incoming')
  await openFileStore(folder)
  for (const name of ['old', 'young']) await writeFile(join(incoming, name), 'half')
  const hoursAgo = new Date(Date.now() - 2 * 3_600_000)
  await utimes(join(incoming, 'old'), hoursAgo, hoursAgo)
  await openFileStore(folder)
  expect(await readdir(incoming)).toEqual(['young'])
})
