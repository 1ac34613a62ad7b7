import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decide, showProposal, sql } from '#kernel'
import { endlessClearances } from '#modules/access'
import { type ApiClient, type ApiHouse, openApiHouse } from '#test/as'
import { appointOfficers, switchMode } from '#test/officers'
import { actAs } from '#test/standing-actor'

/* The highest clearance is given for a time: by page and API, on request, and by a role that is raised. */

const day = 86_400_000
const inDays = (days: number): string => new Date(Date.now() + days * day).toISOString()

let house: ApiHouse
let zhang: ApiClient
let high: string
beforeAll(async () => {
  house = await openApiHouse()
  zhang = await house.client('zhang')
  await house.system().recordsNamed('company').create({ name: '示例公司' })
  await house.kernel.db.rows(sql`update session set proven_at = now()`)
  high = await makeRole('3')
})
afterAll(() => house.close())

async function makeRole(clearance: string): Promise<string> {
  const grants = [{ objects: ['customer'], rights: ['read'], scope: 'all' }]
  const { id } = await house
    .as('zhang')
    .recordsNamed('role')
    .create({ nameZh: '协办', nameEn: 'Helper', clearance, grants })
  await house.kernel.reload()
  return id
}

const assignments = () => house.as('zhang').recordsNamed('role_assignment')
const given = (role: string, more: Record<string, unknown> = {}) => ({
  user: house.people.li.id,
  role,
  grounds: '项目',
  ...more,
})
const withoutEnd = { status: 422, code: 'access.clearance_without_end', errors: [{ path: 'until' }] }
const tooLong = { status: 422, code: 'access.clearance_too_long', errors: [{ path: 'until' }] }

describe('a role with the highest clearance', () => {
  it('is given until a day within a year alone', async () => {
    const refused = await zhang.post('/api/role-assignments', given(high))
    expect(refused).toMatchObject({ status: 422, body: withoutEnd })
    expect(refused.body.title).toMatch(/结束时间.*12.*不晚于 \d{4}-\d\d-\d\d/)
    expect(await zhang.post('/api/role-assignments', given(high, { until: inDays(368) }))).toMatchObject({
      body: tooLong,
    })
    const made = await zhang.post('/api/role-assignments', given(high, { until: inDays(365) }))
    expect(made.status).toBe(201)
    expect((await actAs(house, 'li')).actor.clearance).toBe(3)
    await assignments().update(made.body.id, { until: inDays(-1) }, { version: 1 })
    expect((await actAs(house, 'li')).actor.clearance).toBe(2)
  })

  it('keeps its end when the assignment changes, and when it comes back', async () => {
    const { id } = await assignments().create(given(high, { until: inDays(30) }))
    await expect(assignments().update(id, { until: null }, { version: 1 })).rejects.toMatchObject(withoutEnd)
    await expect(assignments().update(id, { until: inDays(400) }, { version: 1 })).rejects.toMatchObject(tooLong)
    const low = await assignments().create(given(await makeRole('2')))
    await expect(assignments().update(low.id, { role: high }, { version: 1 })).rejects.toMatchObject(withoutEnd)
    await assignments().remove(id)
    await house.kernel.db.rows(sql`update role_assignment set until = null where id = ${id}::uuid`)
    await expect(assignments().restore(id)).rejects.toMatchObject(withoutEnd)
  })

  it('is refused without an end when it is asked for, and when it is signed', async () => {
    await appointOfficers(house.kernel)
    await switchMode(house.kernel, true)
    try {
      await expect(assignments().create(given(high))).rejects.toMatchObject(withoutEnd)
      const low = await house.system().recordsNamed('role').create({ nameZh: '一般', nameEn: 'Plain', clearance: '1' })
      const { proposed } = await assignments().create(given(low.id))
      await house.system().recordsNamed('role').update(low.id, { clearance: '3' })
      const officer = await actAs(house, 'security_officer')
      const { hash } = await showProposal(officer, proposed ?? '')
      const signed = decide(officer, proposed ?? '', { verdict: 'approve', hash })
      await expect(signed).rejects.toMatchObject({ code: 'proposal.outdated', cause: withoutEnd })
    } finally {
      await switchMode(house.kernel, false)
    }
  })

  it('does not come of one that somebody holds for good', async () => {
    const role = await makeRole('2')
    const held = await assignments().create(given(role))
    const roles = house.as('zhang').recordsNamed('role')
    const raised = { status: 422, code: 'access.clearance_holders', errors: [{ path: 'clearance' }] }
    await expect(roles.update(role, { clearance: '3' }, { version: 1 })).rejects.toMatchObject(raised)
    await assignments().update(held.id, { until: inDays(400) }, { version: 1 })
    await expect(roles.update(role, { clearance: '3' }, { version: 1 })).rejects.toMatchObject(raised)
    await assignments().update(held.id, { until: inDays(300) }, { version: 2 })
    expect(await roles.update(role, { clearance: '3' }, { version: 1 })).toMatchObject({ clearance: '3' })
  })

  it('stays with whoever was given it before, counted, until it is given anew', async () => {
    const before = await endlessClearances(house.system())
    const { id } = await assignments().create(given(high, { until: inDays(30) }))
    await house.kernel.db.rows(sql`update role_assignment set until = null where id = ${id}::uuid`)
    expect(await endlessClearances(house.system())).toBe(before + 1)
    expect(await assignments().update(id, { grounds: '长期' }, { version: 1 })).toMatchObject({ until: null })
    const other = assignments().update(id, { user: house.people.sun.id }, { version: 2 })
    await expect(other).rejects.toMatchObject(withoutEnd)
  })
})
