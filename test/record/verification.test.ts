import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { kinds } from '#field-types'
import {
  buildRegistry,
  type Context,
  makeContext,
  markIncomplete,
  noCustomisation,
  type ObjectDefinition,
  reopenUnknown,
  sql,
} from '#kernel'
import { type CastName, type House, openHouse } from '#test/house'
import { modules } from '../../src/server/modules.ts'

let house: House
const day = 86_400_000

/** A company that wants companies' phones, has them verified by somebody else, and addresses by anybody. */
const adjust = (each: ObjectDefinition): ObjectDefinition =>
  each.name === 'customer'
    ? {
        ...each,
        fields: { ...each.fields, phone: { ...each.fields.phone, verify: { days: 180, second: true } } as never },
        requirements: [{ field: 'phone', need: 'required', when: { type: 'company' } }],
      }
    : each

beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

/** Somebody, so many days from now. */
function as(name: CastName, days = 0): Context {
  const registry = buildRegistry(modules, kinds, { ...noCustomisation, adjust })
  const now = new Date(Date.now() + days * day)
  const kernel = { ...house.kernel, registry }
  return makeContext({ kernel, actor: house.as(name).actor, channel: 'api', now: () => now })
}

const customers = (name: CastName, days = 0) => as(name, days).recordsNamed('customer')

async function made(values: Record<string, unknown>): Promise<string> {
  const [one] = await customers('wang').createMany([{ input: { name: '海丰', ...values } }], { lenient: true })
  return one?.id ?? ''
}

describe('a value that is to be verified', () => {
  it('is nobody’s word but that of whoever made sure of it: never verified, then by whom, how and until when', async () => {
    const id = await made({ type: 'person', street: '解放路 1 号' })
    expect((await customers('wang').get(id)).verifications).toEqual([])
    const answer = await customers('wang').verify(id, { field: 'street', how: 'visit', version: 1 })
    expect(answer.version).toBe(1)
    expect(answer.verifications).toMatchObject([{ field: 'street', how: 'visit', by: house.people.wang.id }])
    const [one] = answer.verifications ?? []
    expect(Date.parse(one?.due ?? '') - Date.parse(one?.at ?? '')).toBe(365 * day)
    expect(Date.parse(one?.ageing ?? '') - Date.parse(one?.at ?? '')).toBe((365 * day * 3) / 4)
    expect(answer.titles[house.people.wang.id]).toBe('王芳')
    const [line] = await house.kernel.db.rows<{ fields: string[]; body: string }>(
      sql`select fields, body from audit_event where action = 'verify' and record = ${id}::uuid`,
    )
    expect(line).toMatchObject({ fields: ['street'], body: expect.stringContaining('"how":"visit"') })
    expect(line?.body).not.toContain('解放路')
  })

  it('is unverified again with another value, and the history keeps both', async () => {
    const id = await made({ type: 'person', street: '解放路 1 号' })
    await customers('wang').verify(id, { field: 'street', how: 'call', version: 1 })
    await customers('wang').update(id, { remarks: '与地址无关' }, { version: 1 })
    expect((await customers('wang').get(id)).verifications).toHaveLength(1)
    const changed = await customers('wang').update(id, { street: '解放路 2 号' }, { version: 2 })
    expect(changed.verifications).toEqual([])
    const sure = await customers('wang').update(
      id,
      { street: '解放路 3 号' },
      { version: 3, verified: { street: 'document' } },
    )
    expect(sure.verifications).toMatchObject([{ field: 'street', how: 'document' }])
    const { verifications } = await customers('wang').history(id)
    expect(verifications).toMatchObject([
      { how: 'document', endedAt: null },
      { how: 'call', endedAt: expect.any(String) },
    ])
  })

  it('is not verified by who entered it where a second person is asked for', async () => {
    const id = await made({ type: 'person', phone: '13800138000' })
    const own = { status: 422, code: 'verification.own_entry' }
    await expect(customers('wang').verify(id, { field: 'phone', how: 'call', version: 1 })).rejects.toMatchObject(own)
    await customers('chen').verify(id, { field: 'phone', how: 'call', version: 1 })
    const patch = { phone: '13900139000' }
    const given = { version: 1, verified: { phone: 'call' } } as const
    await expect(customers('chen').update(id, patch, given)).rejects.toMatchObject(own)
    expect((await customers('chen').get(id)).version).toBe(1)
    await customers('chen').update(id, patch, { version: 1 })
    await expect(customers('chen').verify(id, { field: 'phone', how: 'call', version: 2 })).rejects.toMatchObject(own)
    await customers('wang').verify(id, { field: 'phone', how: 'call', version: 2 })
  })

  it('is not verified by who looked at another', async () => {
    const id = await made({ type: 'person', street: '中山路 1 号' })
    await customers('wang').update(id, { street: '中山路 2 号' }, { version: 1 })
    const stale = { status: 409, code: 'record.stale' }
    const seen = { field: 'street', how: 'visit', version: 1 } as const
    await expect(customers('wang').verify(id, seen)).rejects.toMatchObject(stale)
    await customers('wang').update(id, { remarks: '与地址无关' }, { version: 2 })
    await customers('wang').verify(id, { ...seen, version: 2 })
  })

  it.each([
    ['the field is not to be verified', { field: 'name', how: 'call' }, 'verification.not_asked'],
    ['there is none', { field: 'street', how: 'call' }, 'verification.empty'],
    [
      'there is one, and somebody says that there is none',
      { field: 'phone', how: 'refused' },
      'verification.has_value',
    ],
    ['there is no such field', { field: 'nothing', how: 'call' }, 'request.unknown_field'],
  ] as const)('is refused where %s', async (_, { field, how }, code) => {
    const id = await made({ type: 'person', phone: '13800138000' })
    await expect(customers('wang').verify(id, { field, how, version: 1 })).rejects.toMatchObject({ code })
  })

  it('is not verified by who does not see the file', async () => {
    const id = await made({ type: 'person', street: '中山路 9 号' })
    const asked = { field: 'street', how: 'visit', version: 1 } as const
    await expect(customers('li').verify(id, asked)).rejects.toMatchObject({ status: 404 })
  })
})

describe('what cannot be found out', () => {
  it('is an answer: the file is complete, other changes leave it so, and it is asked for again after its time', async () => {
    const id = await made({ type: 'company' })
    expect((await customers('wang').get(id)).incomplete).toEqual(['phone'])
    const answer = await customers('chen').verify(id, { field: 'phone', how: 'unreachable', version: 1 })
    expect(answer).toMatchObject({ incomplete: [], verifications: [{ field: 'phone', how: 'unreachable' }] })
    const after = await customers('wang').update(id, { remarks: '再试' }, { version: 1 })
    expect(after.incomplete).toEqual([])
    const type = as('wang').type('customer')
    const house = as('wang').asSystem('other requirements')
    await house.transaction((tx) => markIncomplete(tx, type, { after: '00000000-0000-0000-0000-000000000000' }))
    expect((await customers('wang').get(id)).incomplete).toEqual([])
    const upkeep = (days: number) =>
      as('wang', days)
        .asSystem('upkeep')
        .transaction((tx) => reopenUnknown(tx, type))
    expect(await upkeep(179)).toBe(0)
    expect((await customers('wang').get(id)).incomplete).toEqual([])
    expect(await upkeep(181)).toBe(1)
    expect(await customers('wang').get(id)).toMatchObject({ incomplete: ['phone'], verifications: [] })
  })

  it('is over as soon as there is a value', async () => {
    const id = await made({ type: 'company' })
    await customers('chen').verify(id, { field: 'phone', how: 'refused', version: 1 })
    const found = await customers('wang').update(id, { phone: '13800138000' }, { version: 1 })
    expect(found).toMatchObject({ incomplete: [], verifications: [] })
    await expect(customers('wang').update(id, { phone: null }, { version: 2 })).rejects.toMatchObject({ status: 422 })
  })
})

describe('to whom a field is hidden', () => {
  it('nothing is told of its verification, and nothing found or sorted by it', async () => {
    const id = await made({ type: 'person', street: '珠江路 1 号' })
    await customers('wang').verify(id, { field: 'street', how: 'visit', version: 1 })
    const { actor } = as('wang')
    const blind = as('wang').with({
      actor: {
        ...actor,
        reach: (type, operation) => actor.reach(type, operation),
        fieldRule: (_, field) => (field === 'street' ? 'hidden' : undefined),
      },
    })
    const theirs = blind.recordsNamed('customer')
    expect((await theirs.get(id)).verifications).toEqual([])
    expect((await theirs.history(id)).verifications).toEqual([])
    const unknown = { status: 400, code: 'request.unknown_field' }
    const where = { 'street.verifiedAt': { empty: false } }
    await expect(theirs.list({ where })).rejects.toMatchObject(unknown)
    await expect(theirs.list({ sort: 'street.verifiedAt' })).rejects.toMatchObject(unknown)
    const asked = { field: 'street', how: 'visit', version: 1 } as const
    await expect(theirs.verify(id, asked)).rejects.toMatchObject(unknown)
  })
})

describe('a list', () => {
  it('finds what was verified before a day, what never was, and sorts by the moment', async () => {
    const ids: string[] = []
    for (const at of [0, 1, 2]) ids.push(await made({ type: 'person', street: `长江路 ${at} 号`, shortName: '三家' }))
    const [first = '', second = '', never = ''] = ids
    await customers('wang', -40).verify(first, { field: 'street', how: 'visit', version: 1 })
    await customers('wang', -10).verify(second, { field: 'street', how: 'visit', version: 1 })
    const found = async (street: Record<string, unknown>): Promise<string[]> => {
      const where = { shortName: '三家', 'street.verifiedAt': street }
      return (await customers('wang').list({ where, sort: 'createdAt' })).items.map(({ id }) => id)
    }
    const ago = (days: number): string => new Date(Date.now() - days * day).toISOString()
    expect(await found({ lt: ago(20) })).toEqual([first])
    expect(await found({ gte: ago(20) })).toEqual([second])
    expect(await found({ empty: true })).toEqual([never])
    expect(await found({ empty: false })).toEqual([first, second])
    const sorted = async (sort: string): Promise<string[]> => {
      const query = { where: { shortName: '三家' }, sort, limit: 2 }
      const page = await customers('wang').list(query)
      const next = await customers('wang').list({ ...query, after: page.next ?? undefined })
      return [...page.items, ...next.items].map(({ id }) => id)
    }
    expect(await sorted('street.verifiedAt')).toEqual([first, second, never])
    expect(await sorted('-street.verifiedAt')).toEqual([second, first, never])
    await expect(found({ contains: '1' })).rejects.toMatchObject({ code: 'field.operator_unknown' })
  })
})
