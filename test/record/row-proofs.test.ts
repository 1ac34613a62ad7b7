import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  acceptRow,
  checkRows,
  checkRowsWhenDue,
  decide,
  isOffered,
  lastRowCheck,
  proveRowsFromBefore,
  showProposal,
} from '#kernel'
import { type House, openHouse } from '#test/house'
import { type RawConnection, rawConnection } from '#test/raw-connection'
import { runJobs } from '#test/run-jobs'
import { sampleInput, samplePatch } from '#test/sample-input'
import { actAs } from '#test/standing-actor'

/* Whoever can write to the database gives rights there; each row that decides of rights shows whether the application wrote it. */

let house: House
let raw: RawConnection
beforeAll(async () => {
  house = await openHouse()
  raw = await rawConnection(house, { everything: true })
})
afterAll(async () => {
  await raw.end()
  await house.close()
})

const records = (object: string) => house.system().recordsNamed(object)

async function bent(): Promise<string[]> {
  return (await checkRows(house.system())).bent.map(({ object, id, problem }) => `${problem} ${object}/${id}`)
}

/** Somebody answers for the row as it stands; nothing else takes it away, for the login may delete nothing. */
async function accept(object: string, id: string): Promise<void> {
  await acceptRow(house.system(), object, id, 'seen')
}

/** One of each object that a person may make, changed, thrown away and brought back. */
async function liveThrough(): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  const ctx = house.as('zhang')
  const file = await records('customer').create({ name: '满档客户', owner: house.people.wang.id, level: '2' })
  for (const type of ctx.kernel.registry.objects.values()) {
    if (!isOffered(type, 'create') || type.name === 'custom_object') continue
    const own = ctx.recordsNamed(type.name)
    const given = type.parent ? { [type.parent.field]: ids.get(type.parent.object) ?? file.id } : {}
    const { id, proposed } = await own.create(await sampleInput(ctx, type, given))
    if (proposed) continue
    await records(type.name).update(id, samplePatch(type))
    await records(type.name).remove(id)
    await records(type.name).restore(id)
    ids.set(type.name, id)
  }
  await records('customer').update(file.id, {
    owner: house.people.li.id,
    level: '3',
    collaborators: [house.people.sun.id],
  })
  await records('customer').remove(file.id)
  await records('customer').restore(file.id)
  return ids.set('customer', file.id)
}

describe('what the application writes', () => {
  it('is proven, whatever becomes of it', async () => {
    const ids = await liveThrough()
    const moment = '2027-03-04T05:06:07.089Z'
    const grants = [{ rights: ['read'], scope: 'chosen', objects: ['customer'], units: [house.units.north] }]
    await records('role').update(ids.get('role') ?? '', {
      grants,
      readLimit: 40,
      duties: ['trail', 'keys'],
      clearance: '2',
    })
    await records('user').update(house.people.sun.id, { validUntil: moment, clearance: '2', unit: house.units.south })
    await records('role_assignment').update(ids.get('role_assignment') ?? '', {
      from: '2026-01-01T00:00:00Z',
      until: moment,
    })
    await records('task').update(ids.get('task') ?? '', { assignee: house.people.li.id })
    await records('unit').update(house.units.south, { parent: house.units.north })
    await records('team_member').remove(ids.get('team_member') ?? '')
    const { rows, found, bent: named } = await checkRows(house.system())
    expect(named).toEqual([])
    expect(found).toBe(0)
    expect(rows).toBeGreaterThan(30)
    const bare = await raw.rows(
      `select id from customer where row_proof is null union all select id from "user" where row_proof is null`,
    )
    expect(bare).toEqual([])
  })

  it('is proven in objects of the company’s own', async () => {
    const labels = { labelZh: '车辆', labelEn: 'Vehicle' }
    await house
      .as('zhang')
      .recordsNamed('custom_object')
      .create({ name: 'vehicle', ...labels, custody: 'own' })
    const { id } = await house.as('wang').recordsNamed('vehicle').create({ name: '货车' })
    await house.as('zhang').recordsNamed('vehicle').update(id, { owner: house.people.li.id }, { version: 1 })
    expect(await bent()).toEqual([])
    await raw.rows('update x_vehicle set acl_read = $1 where id = $2', [[1, 2], id])
    expect(await bent()).toEqual([`changed vehicle/${id}`])
    await accept('vehicle', id)
  })
})

describe('a hand in the database', () => {
  const victim = async (): Promise<string> =>
    (await records('customer').create({ name: '受害客户', owner: house.people.wang.id })).id

  beforeAll(async () => {
    await records('customer').create({ name: 'twin', owner: house.people.wang.id, level: '2' })
  })

  it.each([
    ['another owner', 'update customer set owner_id = (select id from "user" where login = \'li\') where id = $1'],
    ['another unit', "update customer set unit_id = (select id from unit where name = '南方区') where id = $1"],
    [
      'a collaborator',
      'update customer set collaborators = array[(select id from "user" where login = \'li\')] where id = $1',
    ],
    ['a lower level', "update customer set level = '1', acl_level = 1 where id = $1"],
    ['another reader', 'update customer set acl_read = acl_read || 2 where id = $1'],
    ['another writer', 'update customer set acl_write = acl_write || 2 where id = $1'],
    ['somebody who may work on it', 'update customer set acl_work = acl_write || 2 where id = $1'],
    ['a level of its own', 'update customer set acl_level = 3 where id = $1'],
    ['a way back from the bin', 'update customer set deleted_at = now() where id = $1'],
    ['no proof', 'update customer set row_proof = null where id = $1'],
    ['an empty proof', "update customer set row_proof = '' where id = $1"],
    [
      'a bent proof',
      'update customer set row_proof = set_byte(row_proof, 30, get_byte(row_proof, 30) # 1) where id = $1',
    ],
    [
      'the proof of another',
      "update customer set row_proof = (select row_proof from customer where name = 'twin') where id = $1",
    ],
    [
      'a value sealed elsewhere',
      'update customer set row_proof = (select "after" from field_change limit 1) where id = $1',
    ],
  ])('is found: %s', async (_, statement) => {
    const id = await victim()
    await records('customer').update(id, { level: '2' })
    expect((await raw.rows(`${statement} returning id`, [id])).length).toBe(1)
    expect(await bent()).toEqual([`changed customer/${id}`])
    await accept('customer', id)
  })

  it('is found on those who hold rights and on what says them', async () => {
    const [role] = (await records('role').list()).items
    const [assignment] = (await records('role_assignment').list()).items
    const { id: purpose } = await records('purpose').create({
      nameZh: '目的',
      nameEn: 'Purpose',
      basis: 'contract',
      code: 'proven',
    })
    const cases: [string, string, string][] = [
      ['user', house.people.sun.id, `update "user" set role = 'head' where id = $1`],
      ['user', house.people.sun.id, `update "user" set clearance = null where id = $1`],
      ['user', house.people.sun.id, `update "user" set valid_until = null where id = $1`],
      ['role', String(role?.id), `update role set clearance = '3' where id = $1`],
      [
        'role',
        String(role?.id),
        `update role set grants = '[{"objects":["customer"],"rights":["read"],"scope":"all"}]' where id = $1`,
      ],
      ['role_assignment', String(assignment?.id), 'update role_assignment set until = null where id = $1'],
      ['unit', house.units.south, 'update unit set parent_id = null where id = $1'],
      ['purpose', purpose, `update purpose set basis = 'consent' where id = $1`],
    ]
    for (const [object, id, statement] of cases) {
      const table = object === 'user' ? '"user"' : object
      const [before] = await raw.rows<{ row: unknown }>(`select to_jsonb(t) as row from ${table} t where id = $1`, [id])
      await raw.rows(statement, [id])
      expect(await bent(), statement).toEqual([`changed ${object}/${id}`])
      const columns = Object.keys(before?.row as object).filter((column) => column !== 'id')
      const names = columns.map((column) => `"${column}"`).join(', ')
      await raw.rows(
        `update ${table} set (${names}) = (select ${names} from jsonb_populate_record(null::${table}, $2)) where id = $1`,
        [id, JSON.stringify(before?.row)],
      )
    }
    expect(await bent()).toEqual([])
  })

  it('is found on what lives on a file, and on the numbers behind shares', async () => {
    const customer = await victim()
    const contact = await records('contact').create({ customer, name: '联系人' })
    const share = await records('team_member').create({ customer, user: house.people.li.id, access: 'read' })
    await raw.rows('update contact set acl_read = acl_read || 2 where id = $1', [contact.id])
    expect(await bent()).toEqual([`apart contact/${contact.id}`])
    await raw.rows('update contact set acl_read = (select acl_read from customer where id = $2) where id = $1', [
      contact.id,
      customer,
    ])
    await raw.rows('update principal set grantee = $2 where id = $1', [share.id, house.people.sun.id])
    expect(await bent()).toEqual([`holder team_member/${share.id}`])
    await raw.rows('update principal set grantee = $2 where id = $1', [share.id, house.people.li.id])
    expect(await bent()).toEqual([])
  })

  it('is found on a change request that nobody signed', async () => {
    const { id, version } = await records('customer').create({
      name: '降级客户',
      owner: house.people.wang.id,
      level: '2',
    })
    const customers = (await actAs(house, 'wang')).recordsNamed('customer')
    const { proposed } = await customers.update(id, { level: '1' }, { version })
    expect(await bent()).toEqual([])
    await raw.rows(`update change_request set state = 'approved' where id = $1`, [proposed])
    expect(await bent()).toEqual([`changed change_request/${proposed}`])
    await raw.rows(`update change_request set state = 'pending' where id = $1`, [proposed])
    const signer = await actAs(house, 'zhang')
    const { hash } = await showProposal(signer, proposed ?? '')
    await decide(signer, proposed ?? '', { verdict: 'approve', hash })
    expect(await bent()).toEqual([])
  })

  it('stays found when the application writes to the row again', async () => {
    const id = await victim()
    await raw.rows('update customer set acl_read = acl_read || 2 where id = $1', [id])
    await records('customer').update(id, { owner: house.people.li.id })
    expect(await bent()).toEqual([`changed customer/${id}`])
    await accept('customer', id)
  })
})

describe('the check', () => {
  it('runs once a day and tells those who watch the trail of each row', async () => {
    const { id } = await records('customer').create({ name: '夜里的客户', owner: house.people.wang.id })
    await raw.rows('update customer set acl_read = acl_read || 2 where id = $1', [id])
    await raw.rows(`update job set updated_at = now() - interval '21 hours' where kind = 'check_rows'`)
    const checks = () => raw.rows(`select 1 from job where kind = 'check_rows'`)
    const before = (await checks()).length
    await checkRowsWhenDue(house.system())
    await runJobs(house)
    await checkRowsWhenDue(house.system())
    expect(await checks()).toHaveLength(before + 1)
    expect(await lastRowCheck(house.kernel.db)).toMatchObject({
      found: 1,
      bent: [{ object: 'customer', id, problem: 'changed' }],
    })
    const alarms = await raw.rows(`select reason from audit_event where action = 'alarm' and record = $1`, [id])
    expect(alarms).toEqual([{ reason: 'integrity.changed' }])
    await accept('customer', id)
  })

  it('gives rows from before there were proofs theirs, once', async () => {
    await raw.rows('update customer set row_proof = null')
    await raw.rows('update "user" set row_proof = null')
    expect((await bent()).length).toBeGreaterThan(5)
    await house.kernel.keys.changeSecrets((now) => ({ ...now, unproven: true }))
    expect(await bent()).toEqual([])
    await records('user').update(house.people.sun.id, { clearance: '1' })
    await proveRowsFromBefore(house.system())
    await runJobs(house)
    expect(house.kernel.keys.unproven()).toBe(false)
    expect(await bent()).toEqual([])
    await raw.rows('update customer set row_proof = null where id in (select id from customer limit 1)')
    expect(await bent()).toHaveLength(1)
  })
})
