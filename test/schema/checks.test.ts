import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkDatabase, type Database, openDatabase } from '#kernel'
import { type House, openHouse } from '#test/house'

let house: House
let login: Database
beforeAll(async () => {
  house = await openHouse()
  login = openDatabase(house.url, { max: 1, name: 'checks' })
})
afterAll(async () => {
  await login.end()
  await house.close()
})

const lacking = async (): Promise<string[]> =>
  (await checkDatabase(login)).filter(({ good }) => !good).map(({ name }) => name)

describe('what the database guarantees', () => {
  it('is all there after a start, where the login may give it', async () => {
    if (!house.rights.superuser) return expect(await lacking()).not.toEqual([])
    // Nobody seals in this house.
    expect((await lacking()).filter((name) => name !== 'the trail is sealed behind its writers')).toEqual([])
  })

  it.each([
    ['row-level security on every guarded table', 'alter table contact no force row level security'],
    ['search may use its indexes below row-level security', 'alter function public.grams(text) not leakproof'],
    ['the application may only add to the trail', 'grant update on audit_event to dossier_app'],
  ])('is missed, and mended by the SQL that is told: %s', async (name, damage) => {
    if (!house.rights.superuser) return expect(house.rights.superuser).toBe(false)
    await login.text(damage)
    const check = (await checkDatabase(login)).find((each) => each.name === name)
    expect(check?.good).toBe(false)
    await login.text(check?.mend ?? '')
    expect(await lacking()).not.toContain(name)
  })
})
