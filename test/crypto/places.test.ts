import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type KeyOwner, type Place, sql } from '#kernel'
import { type House, openHouse } from '#test/house'
import { rawConnection } from '#test/raw-connection'

const rounds = process.env.LONG ? 100_000 : 2_000

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const owners = Array.from({ length: 20 }, () => randomUUID())
const place: Place = { object: 'customer', record: randomUUID(), field: 'phone', copy: 'record' }
const key: KeyOwner = { owner: owners[0] ?? '', level: 2 }

async function seal(text: string, at = place, owner = key): Promise<Buffer> {
  return (await house.kernel.codec.sealing([owner])).seal(text, at, owner)
}

async function open(bytes: Buffer, at = place): Promise<string | null> {
  return (await house.kernel.codec.opening(house.kernel.db, [bytes])).open(bytes, at)
}

const pick = (below: number): number => Math.floor(Math.random() * below)

describe('a sealed value', () => {
  it('opens where it was sealed', async () => {
    for (const text of ['', '+8613987654321', '金丝雀路73号', 'x'.repeat(100_000)])
      expect(await open(await seal(text))).toBe(text)
  })

  it('is another each time', async () => {
    expect((await seal('same')).equals(await seal('same'))).toBe(false)
  })

  it.each([{ object: 'contact' }, { record: randomUUID() }, { field: 'fax' }, { copy: 'history before' }])(
    'opens at no other place: %o',
    async (elsewhere) => {
      await expect(open(await seal('here'), { ...place, ...elsewhere })).rejects.toThrow('does not belong')
    },
  )

  it('opens with no other key: of another level, another owner, or none', async () => {
    const sealed = await seal('here')
    const ids = [
      await seal('x', place, { ...key, level: 3 }),
      await seal('x', place, { owner: randomUUID(), level: 2 }),
    ].map((bytes) => bytes.subarray(2, 10))
    for (const id of [...ids, Buffer.alloc(8, 9)]) {
      const moved = Buffer.from(sealed)
      id.copy(moved, 2)
      await expect(open(moved)).rejects.toThrow('does not belong')
    }
  })

  it('of a version or algorithm that nobody wrote is refused, plain text among them', async () => {
    const sealed = await seal('here')
    for (const version of [0, 1, 0xf8, 0xfa])
      await expect(open(Buffer.from([version, ...sealed.subarray(1)]))).rejects.toThrow()
    for (const algorithm of [0, 2, 255])
      await expect(open(Buffer.from([0xf9, algorithm, ...sealed.subarray(2)]))).rejects.toThrow()
    await expect(open(Buffer.from('+8613987654321'))).rejects.toThrow('does not belong')
    await expect(open(Buffer.alloc(0))).rejects.toThrow('does not belong')
  })

  it(`bent, cut, lengthened or exchanged is refused, ${rounds} times`, async () => {
    const needs = owners.flatMap((owner): KeyOwner[] => [
      { owner, level: 2 },
      { owner, level: 3 },
    ])
    const sealing = await house.kernel.codec.sealing(needs)
    const made = Array.from({ length: 200 }, (_, at) => {
      const where = { ...place, record: randomUUID() }
      return { where, bytes: sealing.seal(`value ${at}`, where, needs[at % needs.length] ?? key) }
    })
    const opening = await house.kernel.codec.opening(
      house.kernel.db,
      made.map(({ bytes }) => bytes),
    )
    for (const { where, bytes } of made) expect(opening.open(bytes, where)).toMatch(/^value/)
    const spoilt = (bytes: Buffer, at: number): Buffer => {
      const copy = Buffer.from(bytes)
      if (at % 4 === 0) copy[pick(copy.length)] = (copy[pick(copy.length)] ?? 0) ^ 0x55
      if (at % 4 === 0) return copy.equals(bytes) ? bytes.subarray(1) : copy
      if (at % 4 === 1) return copy.subarray(0, pick(copy.length))
      if (at % 4 === 2) return Buffer.concat([copy, Buffer.alloc(1 + pick(20), at)])
      return made.filter((other) => other.bytes !== bytes)[pick(made.length - 1)]?.bytes ?? copy.subarray(1)
    }
    let refused = 0
    for (let at = 0; at < rounds; at++) {
      const { where, bytes } = made[pick(made.length)] ?? { where: place, bytes: Buffer.alloc(0) }
      try {
        opening.open(spoilt(bytes, at), where)
      } catch {
        refused++
      }
    }
    expect(refused).toBe(rounds)
  })

  it('does not open when its key was given to another owner or level in the database', async () => {
    const raw = await rawConnection(house, { everything: true })
    const victim = { owner: randomUUID(), level: 2 } as const
    const sealed = await seal('here', place, victim)
    house.kernel.keys.forget(victim.owner)
    await raw.rows(`update data_key set level = 3 where owner = $1`, [victim.owner])
    await expect(open(sealed)).rejects.toThrow('does not belong')
    house.kernel.keys.forget(victim.owner)
    await raw.rows(`update data_key set level = 2, owner = $2 where owner = $1`, [victim.owner, randomUUID()])
    await expect(open(sealed)).rejects.toThrow('does not belong')
    await raw.end()
  })
})

describe('keys', () => {
  it('outlive a transaction that is undone, so that none is remembered that the database does not know', async () => {
    const owner = { owner: randomUUID(), level: 2 } as const
    const undone = house.system().transaction(async (tx) => {
      await tx.kernel.codec.sealing([owner])
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')
    const rows = await house.kernel.db.rows(sql`select 1 from data_key where owner = ${owner.owner}::uuid`)
    expect(rows).toHaveLength(1)
  })

  it('are one per owner and level, however many ask at once', async () => {
    const owner = { owner: randomUUID(), level: 2 } as const
    const sealed = await Promise.all(Array.from({ length: 20 }, () => seal('at once', place, owner)))
    for (const bytes of sealed) expect(await open(bytes)).toBe('at once')
    const rows = await house.kernel.db.rows(sql`select 1 from data_key where owner = ${owner.owner}::uuid`)
    expect(rows).toHaveLength(1)
  })
})
