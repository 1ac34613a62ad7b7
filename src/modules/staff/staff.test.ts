import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anybody, hashToken, personBySession, startSession } from '#kernel'
import { type House, openHouse } from '#test/house'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

describe('members of staff', () => {
  it('are out on every device as soon as they are deactivated', async () => {
    const { db, registry } = house.kernel
    const { token } = await startSession(db, house.people.li.id, { ip: null, agent: null })
    expect(await personBySession(db, registry, hashToken(token))).toMatchObject({ login: 'li' })
    await house.as('zhang').recordsNamed('user').update(house.people.li.id, { active: false }, { version: 1 })
    expect(await personBySession(db, registry, hashToken(token))).toBeUndefined()
    await house.as('zhang').recordsNamed('user').update(house.people.li.id, { active: true }, { version: 2 })
    expect(await personBySession(db, registry, hashToken(token))).toBeUndefined()
  })

  it('always include an active head', async () => {
    const users = house.as('zhang').recordsNamed('user')
    const { id } = house.people.zhang
    await expect(users.update(id, { role: 'clerk' }, { version: 1 })).rejects.toMatchObject({ code: 'staff.last_head' })
    await expect(users.update(id, { active: false }, { version: 1 })).rejects.toMatchObject({ code: 'staff.last_head' })
    await expect(users.remove(id)).rejects.toMatchObject({ status: 409 })
    expect(await anybody(house.kernel.db, house.kernel.registry)).toBe(true)
  })

  it('never share a login, whatever the case of its letters', async () => {
    const users = house.as('zhang').recordsNamed('user')
    await expect(users.create({ name: '王二', login: 'WANG', role: 'clerk' })).rejects.toMatchObject({
      code: 'field.taken',
    })
  })
})
