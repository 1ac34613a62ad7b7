import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { readlink, rename, rm, symlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { testFolder } from '#test/test-folder'
import { choosePlace, linkCluster } from './placement.ts'
import { canReach, isRoot, runUser } from './run-user.ts'

let folder: string
let lines: string[]

beforeEach(async () => {
  folder = await testFolder()
  lines = []
  for (const name of ['home', 'open', 'open/data', 'closed', 'closed/data']) mkdirSync(join(folder, name))
  chmodSync(join(folder, 'closed'), 0o700)
})

afterEach(() => rm(folder, { recursive: true, force: true }))

function place(room: 'open' | 'closed') {
  const binaries = join(folder, room, 'native')
  mkdirSync(join(binaries, 'bin'), { recursive: true })
  writeFileSync(join(binaries, 'bin/postgres'), 'program')
  if (isRoot()) chownSync(join(binaries, 'bin/postgres'), 1, 1)
  return choosePlace({
    dataDir: join(folder, room, 'data'),
    binaries: { folder: binaries, version: '18' },
    report: (line) => lines.push(line),
    homes: [join(folder, 'home')],
  })
}

function makeCluster(path: string): void {
  mkdirSync(path, { mode: 0o700 })
  writeFileSync(join(path, 'PG_VERSION'), '18')
}

describe('the place of the database', () => {
  it('is the data folder where its user reaches it', async () => {
    const { cluster, binaries } = await place('open')
    expect(cluster).toBe(join(folder, 'open/data/postgres'))
    expect(binaries).toBe(join(folder, 'open/native'))
    expect(lines).toEqual([])
  })

  it('is refused when the files behind its link are gone', async () => {
    await symlink(join(folder, 'nowhere'), join(folder, 'open/data/postgres'))
    await expect(place('open')).rejects.toMatchObject({ reason: expect.stringContaining('are gone') })
  })

  it('is put right when a move was killed half-way', async () => {
    makeCluster(join(folder, 'open/data/postgres.moved'))
    await place('open')
    expect(existsSync(join(folder, 'open/data/postgres/PG_VERSION'))).toBe(true)
  })
})

describe.runIf(isRoot())('under a folder that only root may enter', () => {
  it('the database gets a reachable place of its own, printed, and no mode is changed', async () => {
    const { cluster, binaries, user } = await place('closed')
    expect(dirname(dirname(cluster))).toBe(join(folder, 'home'))
    expect(canReach(user, dirname(cluster))).toBe(true)
    expect(readFileSync(join(binaries, 'bin/postgres'), 'utf8')).toBe('program')
    expect(statSync(join(binaries, 'bin/postgres')).uid).toBe(0)
    expect(canReach(user, join(binaries, 'bin/postgres'))).toBe(true)
    expect(lines.join('\n')).toContain(cluster)
    expect(lines.join('\n')).toContain(binaries)
    expect(statSync(join(folder, 'closed')).mode & 0o777).toBe(0o700)
  })

  it('the place is found again, through the link that the first start left', async () => {
    const { cluster } = await place('closed')
    makeCluster(cluster)
    await linkCluster(join(folder, 'closed/data'), cluster)
    expect((await place('closed')).cluster).toBe(cluster)
  })

  it('a database that was copied there by root is moved out and given to its user', async () => {
    makeCluster(join(folder, 'closed/data/postgres'))
    const { cluster, user } = await place('closed')
    expect(readFileSync(join(cluster, 'PG_VERSION'), 'utf8')).toBe('18')
    expect(statSync(cluster).uid).toBe(user?.uid)
    expect(await readlink(join(folder, 'closed/data/postgres'))).toBe(cluster)
    expect(readdirSync(join(folder, 'closed/data'))).toEqual(['postgres'])
  })

  it('no reachable folder at all is one sentence', async () => {
    await rename(join(folder, 'home'), join(folder, 'closed/home'))
    await symlink(join(folder, 'closed/home'), join(folder, 'home'))
    await expect(place('closed')).rejects.toMatchObject({ fix: expect.stringContaining('every user may enter') })
  })

  it('an existing database keeps the user whom it belongs to', () => {
    const owner = runUser()?.uid
    expect(runUser(owner)?.uid).toBe(owner)
    expect(lstatSync(folder).uid).toBe(0)
    expect(runUser(1)?.uid).toBe(1)
  })
})
