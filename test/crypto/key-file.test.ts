import { chmod, cp, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Kernel, makeContext } from '#kernel'
import { openEmptyHouse } from '#test/empty-house'
import { type House, openHouse } from '#test/house'
import { rawConnection } from '#test/raw-connection'
import { modules } from '../../src/server/modules.ts'
import { closeKernel, openKernel } from '../../src/server/open-kernel.ts'

let house: House
let keys: string
let customer: string
beforeAll(async () => {
  house = await openHouse()
  keys = join(house.dataDir, 'keys')
  customer = (await house.as('zhang').recordsNamed('customer').create({ name: '钥匙店', phone: '13987654321' })).id
})
afterAll(() => house.close())

const again = (keysDir = keys): Promise<Kernel> =>
  openKernel({ url: house.url, dataDir: house.dataDir, keysDir, rights: house.rights, modules, connections: 2 })

/** The house's own keys, spoilt in one way for the while. */
async function whileFile(spoil: (path: string) => Promise<unknown>, work: () => Promise<void>): Promise<void> {
  const kept = await mkdtemp(join(house.dataDir, 'kept-'))
  await cp(keys, kept, { recursive: true })
  try {
    await spoil(join(keys, 'dossier.key'))
    await work()
  } finally {
    await rm(keys, { recursive: true })
    await rename(kept, keys)
    await chmod(join(keys, 'dossier.key'), 0o600)
  }
}

describe('the key file', () => {
  it('is made with the house, for its owner alone', async () => {
    expect(await readdir(keys)).toContain('dossier.key')
    expect((await stat(join(keys, 'dossier.key'))).mode & 0o777).toBe(0o600)
    expect((await stat(keys)).mode & 0o777).toBe(0o711)
  })

  it('opens what another process of the house has sealed', async () => {
    const second = await again()
    const { actor } = house.as('zhang')
    const ctx = makeContext({ kernel: second, actor, channel: 'api' })
    const customers = ctx.recordsNamed('customer')
    expect(await customers.get(customer)).toMatchObject({ phone: '+8613987654321' })
    expect((await customers.list({ where: { phone: '13987654321' } })).total).toBe(1)
    await customers.update(customer, { email: 'second@example.com' }, { version: 1 })
    expect(await house.as('zhang').recordsNamed('customer').get(customer)).toMatchObject({
      email: 'second@example.com',
    })
    await closeKernel(second)
  })

  it('is needed by a sealed database', async () => {
    await whileFile(rm, async () => {
      await expect(again()).rejects.toThrow(/key file .* is not there. Put back/)
    })
  })

  it('is refused while others can read it', async () => {
    await whileFile(
      (path) => chmod(path, 0o640),
      async () => {
        await expect(again()).rejects.toThrow(/can be read by other users.*chmod 600/)
      },
    )
  })

  it('of another house is refused', async () => {
    const other = await openEmptyHouse()
    await expect(again(join(other.dataDir, 'keys'))).rejects.toThrow(/belongs to another database/)
    await other.close()
  })

  it('that is damaged is refused', async () => {
    await whileFile(
      async (path) => writeFile(path, (await readFile(path, 'utf8')).slice(0, 100)),
      async () => {
        await expect(again()).rejects.toThrow(/is damaged/)
      },
    )
  })

  it('leaves nothing open where it is refused', async () => {
    const raw = await rawConnection(house, { everything: true })
    const open = async (): Promise<number[]> => {
      const sessions = await raw.rows<{ pid: number }>(
        "select pid from pg_stat_activity where datname = current_database() and backend_type = 'client backend'",
      )
      return sessions.map(({ pid }) => pid)
    }
    // The house's own idle sessions may end meanwhile, so what counts is that none is new.
    const before = new Set(await open())
    await whileFile(rm, () => expect(again()).rejects.toThrow(/is not there/))
    await expect.poll(async () => (await open()).filter((pid) => !before.has(pid))).toEqual([])
    await raw.end()
  })

  it('gives none of its secrets to the database', async () => {
    const { masters, index } = JSON.parse(await readFile(join(keys, 'dossier.key'), 'utf8'))
    const raw = await rawConnection(house, { everything: true })
    for (const secret of [...masters, ...index]) {
      const hex = Buffer.from(secret, 'base64').toString('hex')
      for (const table of ['master_key', 'level_key', 'data_key', 'index_key'])
        expect(await raw.rows(`select 1 from ${table} as line where line::text like $1`, [`%${hex}%`])).toEqual([])
    }
    await raw.end()
  })
})
