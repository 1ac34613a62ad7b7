import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Context, roles, sql } from '#kernel'
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

  it.each([
    'update proposal set hash = hash',
    'update proposal set duties = duties',
    'delete from proposal',
    'update proposal_step set kind = kind',
    'delete from proposal_step',
  ])('cannot change what was proposed, nor what became of it: %s', async (statement) => {
    if (!separate) return expect(await bypasses()).toBe(false)
    await expect(raw.rows(statement)).rejects.toMatchObject(denied)
  })

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

describe('the role that reads for those who see all', () => {
  it.each([
    `update customer set name = 'x'`,
    'delete from customer',
    `insert into consent (id) values (gen_random_uuid())`,
    'select * from audit_event',
    'select * from audit_seal',
    'create table other (id int)',
  ])('cannot do: %s', async (statement) => {
    if (!house.rights.reader) return expect(await bypasses()).toBe(false)
    const reader = await rawConnection(house, { role: roles.reader })
    await expect(reader.rows(statement)).rejects.toMatchObject(denied)
    await reader.end()
  })

  it('sees every row of every guarded table, and may see it by an index alone', async () => {
    if (!house.rights.reader) return expect(await bypasses()).toBe(false)
    const reader = await rawConnection(house, { role: roles.reader })
    const open = await reader.rows<{ table: string }>(`
      select c.relname as table from pg_class c where relnamespace = 'public'::regnamespace and relrowsecurity and not exists
        (select from pg_policy where polrelid = c.oid and polname = 'surveying' and pg_get_expr(polqual, polrelid) = 'true')`)
    expect(open).toEqual([])
    const plan = await reader.rows<{ 'QUERY PLAN': string }>(
      'explain (costs off) select count(*) from customer where deleted_at is null',
    )
    expect(plan.map((row) => row['QUERY PLAN']).join()).not.toMatch(/acl_read|acl_level/)
    await reader.end()
  })

  it('is taken for lists of who sees all up to the highest level, and for nothing else', async () => {
    const app = (await raw.rows<{ role: string }>('select current_user as role'))[0]?.role
    const roleOf = async (ctx: Context, options?: { many: boolean }) =>
      (await ctx.reading((tx) => tx.db.rows<{ role: string }>(sql`select current_user as role`), options))[0]?.role
    const head = house.as('zhang')
    const many = { many: true }
    expect(await roleOf(head, many)).toBe(house.rights.reader ? roles.reader : app)
    expect(await roleOf(head)).toBe(app)
    expect(await roleOf(head.with({ actor: { ...head.actor, clearance: 2 } }), many)).toBe(app)
    for (const name of ['wang', 'chen'] as const) {
      const ctx = house.as(name)
      expect(await roleOf(ctx.with({ actor: { ...ctx.actor, clearance: 3 } }), many)).toBe(app)
    }
    const inside = await head.transaction((tx) => roleOf(tx, many))
    expect(inside).toBe(app)
  })
})

/** Where one login does everything, what remains is that row-level security binds it too. */
async function bypasses(): Promise<boolean> {
  const [row] = await raw.rows<{ bypasses: boolean }>(
    'select rolsuper or rolbypassrls as bypasses from pg_roles where rolname = current_user',
  )
  return row?.bypasses ?? true
}
