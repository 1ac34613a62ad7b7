import { existsSync } from 'node:fs'
import { chmod, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import {
  checkDatabase,
  ensureSigningKey,
  openDatabase,
  parsePublicKey,
  readCheckpoints,
  readSigningKey,
  sealState,
  sql,
  trailKeysIn,
  verifyTrail,
} from '#kernel'
import { type House, openHouse } from '#test/house'
import { canReach } from '../../src/server/postgres/run-user.ts'
import { type SealerSettings, startSealer } from '../../src/server/sealer-process.ts'
import { findSealerUser, isSealerApart } from '../../src/server/sealer-user.ts'
import { watchSeals } from '../../src/server/watch-seals.ts'

let house: House
let sealer: Awaited<ReturnType<typeof startSealer>>
let settings: SealerSettings
let former: string
/** The product waits longer; a busy machine needs some seconds to start it. */
const silentMs = 6_000
const said: string[] = []
beforeAll(async () => {
  house = await openHouse()
  // As the folder of a server is, which the sealer's system user may pass through.
  await chmod(house.dataDir, 0o711)
  const formerKeys = join(house.dataDir, 'keys')
  former = (await ensureSigningKey(formerKeys)).publicKey.id
  const places = { keys: trailKeysIn(house.kernel.keys.folder), checkpoints: join(house.dataDir, 'checkpoints') }
  const command = `env > ${join(places.checkpoints, 'env.txt')} && cat >> ${join(places.checkpoints, 'sent.txt')}`
  settings = { url: house.url, rights: house.rights, places, command, formerKeys }
  sealer = await startSealer(settings, (line) => said.push(line), silentMs)
})
afterAll(async () => {
  await sealer.stop()
  await house.close()
})

const read = () => house.as('zhang').recordsNamed('customer').list()

async function verify() {
  const db = openDatabase(house.url, { max: 1, name: 'test verify' })
  const pem = await readFile(join(settings.places.keys, 'trail-signing.pub'), 'utf8')
  const checkpoints = await readCheckpoints(settings.places.checkpoints)
  const report = await verifyTrail(db, { keys: [parsePublicKey(pem)], checkpoints, accepted: [] })
  await db.end()
  return { ...report, checkpoints: checkpoints.length }
}

const rows = async (): Promise<number> => (await house.kernel.db.rows(sql`select 1 from audit_event`)).length

const alarms = () =>
  house.kernel.db.rows(sql`select result, body::json->>'reason' as reason from audit_event where action = 'alarm'`)

/** What doctor and health would say a minute from now, if nothing more were written or sealed. */
async function toldInAMinute() {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 61_000 })
  try {
    const checks = await checkDatabase(house.kernel.db)
    const doctor = checks.find(({ name }) => name === 'the trail is sealed behind its writers')?.good
    return { doctor, health: await sealState(house.kernel.db) }
  } finally {
    vi.useRealTimers()
  }
}

/** All that was written is sealed, and nothing is wrong. Transactions of other test files hold the line until they end. */
const whole = () => expect.poll(verify, { timeout: 100_000 }).toMatchObject({ good: true, unsealed: 0 })

describe('the process of the sealer', { timeout: 120_000 }, () => {
  it('seals what is written, and leaves checkpoints in the second place and with the command', async () => {
    await read()
    await whole()
    await expect.poll(async () => (await verify()).checkpoints, { timeout: 10_000 }).toBeGreaterThan(0)
    await expect
      .poll(async () => readFile(join(settings.places.checkpoints, 'sent.txt'), 'utf8').catch(() => ''))
      .toContain('dossier/trail/')
    // It may be anybody's program: the address of the database is not its business.
    expect(await readFile(join(settings.places.checkpoints, 'env.txt'), 'utf8')).not.toMatch(/DOSSIER|postgres:/)
    expect((await verify()).good).toBe(true)
  })

  it('loses nothing when it is killed, and goes on by itself, while the trail goes on being written', async () => {
    for (let time = 0; time < 3; time++) {
      const pid = await expect
        .poll(() => sealer.pid())
        .toBeTypeOf('number')
        .then(() => sealer.pid() ?? 0)
      const before = await rows()
      const reading = Promise.all(Array.from({ length: 20 }, read))
      process.kill(pid, 'SIGKILL')
      await reading
      expect(await rows()).toBe(before + 20)
      await whole()
    }
    expect(said.filter((line) => line.includes('started again'))).toHaveLength(3)
  })

  it('that is made to stand still is missed, raises one alarm, is ended, and what was written meanwhile is sealed', async () => {
    await whole()
    const watch = watchSeals(
      house.kernel,
      (line) => said.push(line),
      () => Date.now() + 61_000,
    )
    await watch.look()
    expect(await alarms()).toEqual([])
    process.kill(sealer.pid() ?? 0, 'SIGSTOP')
    const before = await rows()
    await Promise.all(Array.from({ length: 20 }, read))
    expect(await rows()).toBe(before + 20)
    expect((await verify()).unsealed).toBeGreaterThanOrEqual(20)
    await watch.look()
    await watch.look()
    expect(await alarms()).toEqual([{ result: 'failed', reason: 'audit.unsealed' }])
    expect(said.filter((line) => /^the trail is not sealed any more .*doctor/.test(line))).toHaveLength(1)
    expect(await toldInAMinute()).toEqual({ doctor: false, health: 'late' })
    await expect.poll(() => said).toContain('the sealer of the trail does not move and is ended')
    await whole()
    // Health keeps what it said for some seconds.
    await expect.poll(toldInAMinute).toEqual({ doctor: true, health: 'good' })
    await watch.look()
    watch.stop()
    expect(await alarms()).toHaveLength(1)
  })

  it('takes along the key that an older version kept in the data folder', async () => {
    expect((await readSigningKey(settings.places.keys)).id).toBe(former)
    for (const name of ['trail-signing.key', 'trail-signing.pub'])
      expect(existsSync(join(house.dataDir, 'keys', name))).toBe(false)
  })

  it('keeps its secret to itself, and can neither read the key file nor put another key in its place', async () => {
    const { keys } = settings.places
    const secret = await stat(join(keys, 'trail-signing.key'))
    expect([secret.mode & 0o777, (await stat(keys)).mode & 0o777]).toEqual([0o600, 0o711])
    const own = findSealerUser()
    // Only a server that root started has a system user for it.
    if (!own) return expect([secret.uid, await isSealerApart(keys)]).toEqual([process.getuid?.(), false])
    const user = { ...own, name: 'sealer' }
    expect([secret.uid, (await stat(keys)).uid]).toEqual([own.uid, 0])
    expect(canReach(user, join(keys, 'trail-signing.key'))).toBe(true)
    expect(canReach(user, join(house.kernel.keys.folder, 'dossier.key'))).toBe(false)
    const running = await readFile(`/proc/${sealer.pid()}/status`, 'utf8')
    expect(running).toContain(`Uid:\t${own.uid}\t`)
    expect(await isSealerApart(keys)).toBe(true)
    // There is such a user, and yet they hold nothing.
    expect(await isSealerApart(join(house.dataDir, 'other'))).toBe(false)
    const mine = join(house.dataDir, 'mine')
    await ensureSigningKey(mine)
    expect(await isSealerApart(mine)).toBe(false)
  })
})
