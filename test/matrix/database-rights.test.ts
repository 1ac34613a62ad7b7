import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { roles } from '#kernel'
import { type House, openHouse } from '#test/house'
import { type RawConnection, rawConnection } from '#test/raw-connection'

let house: House
let raw: RawConnection
let separate: boolean

beforeAll(async () => {
  house = await openHouse()
  raw = await rawConnection(house)
  const [row] = await raw.rows<{ role: string }>('select current_user as role')
  separate = row?.role === roles.app
})
afterAll(async () => {
  await raw.end()
  await house.close()
})

const denied = { code: '42501' }

describe('the role of the application', () => {
  it.each([
    'create table other (id int)',
    'alter table customer add column other text',
    'alter table customer disable row level security',
    'drop policy reading on customer',
    'drop table contact',
    'truncate customer',
    'create index other on customer (name)',
    'create or replace function grams(value text) returns text[] language sql as $$ select null::text[] $$',
    'alter role dossier_app bypassrls',
  ])('cannot do: %s', async (statement) => {
    if (!separate) return expect(await bypasses()).toBe(false)
    await expect(raw.rows(statement)).rejects.toMatchObject(denied)
  })

  it('adds to the trail and reads it, and can do nothing else to it', async () => {
    if (!separate) return expect(await bypasses()).toBe(false)
    await raw.rows(
      `insert into audit_event (at, channel, action, result, body) values (now(), 'api', 'read', 'done', '{}')`,
    )
    const partitions = await raw.rows<{ name: string }>(
      `select inhrelid::regclass::text as name from pg_inherits where inhparent = 'audit_event'::regclass`,
    )
    expect(partitions.length).toBeGreaterThan(3)
    for (const { name } of [{ name: 'audit_event' }, ...partitions]) {
      await expect(raw.rows(`update ${name} set body = 'x'`), name).rejects.toMatchObject(denied)
      await expect(raw.rows(`delete from ${name}`), name).rejects.toMatchObject(denied)
      await expect(raw.rows(`truncate ${name}`), name).rejects.toMatchObject(denied)
    }
  })

  it('cannot say of which transaction a row is, nor which number it has', async () => {
    if (!separate) return expect(await bypasses()).toBe(false)
    for (const column of ['xid', 'epoch'])
      await expect(
        raw.rows(
          `insert into audit_event (${column}, at, channel, action, result, body) values (null, now(), 'api', 'read', 'done', '{}')`,
        ),
        column,
      ).rejects.toMatchObject(denied)
  })

  it.each([
    `insert into audit_seal select * from audit_seal`,
    `update audit_seal set n = 0`,
    `delete from audit_seal`,
    `truncate audit_seal`,
  ])('cannot do to the seals: %s', async (statement) => {
    if (!separate) return expect(await bypasses()).toBe(false)
    await expect(raw.rows(statement)).rejects.toMatchObject(denied)
    await expect(raw.rows('select no from audit_seal')).resolves.toBeDefined()
  })

  it.each(['update proposal set hash = hash', 'update proposal set duties = duties', 'delete from proposal'])(
    'cannot change what was proposed: %s',
    async (statement) => {
      if (!separate) return expect(await bypasses()).toBe(false)
      await expect(raw.rows(statement)).rejects.toMatchObject(denied)
    },
  )

  it('cannot say that a migration ran', async () => {
    if (!separate) return expect(await bypasses()).toBe(false)
    await expect(raw.rows(`insert into migration (id, name, hash) values (99, 'x', 'x')`)).rejects.toMatchObject(denied)
  })
})

describe('the role of the sealer', () => {
  it.each([
    'update audit_event set reason = null',
    'delete from audit_event',
    'truncate audit_event',
    `insert into audit_event (at, channel, action, result, body) values (now(), 'api', 'read', 'done', '{}')`,
    'update audit_seal set n = 0',
    'delete from audit_seal',
    'truncate audit_seal',
    'select * from customer',
    'select * from credential',
  ])('cannot do: %s', async (statement) => {
    if (!separate) return expect(await bypasses()).toBe(false)
    const sealer = await rawConnection(house, { role: roles.sealer })
    await expect(sealer.rows(statement)).rejects.toMatchObject(denied)
    await sealer.end()
  })
})

/** Where one login does everything, what remains is that row-level security binds it too. */
async function bypasses(): Promise<boolean> {
  const [row] = await raw.rows<{ bypasses: boolean }>(
    'select rolsuper or rolbypassrls as bypasses from pg_roles where rolname = current_user',
  )
  return row?.bypasses ?? true
}
