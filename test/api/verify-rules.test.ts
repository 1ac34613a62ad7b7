import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ApiClient, type ApiHouse, openApiHouse } from '#test/as'
import { runJobs } from '#test/run-jobs'

let house: ApiHouse
let zhang: ApiClient
let wang: ApiClient
beforeAll(async () => {
  house = await openApiHouse()
  zhang = await house.client('zhang')
  wang = await house.client('wang')
})
afterAll(() => house.close())

const verify = (field: string, parts: unknown, object = 'customer') => ({ object, field, rule: 'verify', parts })
const asked = async (field: string): Promise<unknown> => {
  const { objects } = (await zhang.get('/api/definitions')).body
  const customer = objects.find(({ name }: { name: string }) => name === 'customer')
  return customer.fields.find(({ name }: { name: string }) => name === field).verify
}

describe('how often a field is to be verified', () => {
  it('is what the company says, and by whom; taken back, it is as the product has it', async () => {
    expect(await asked('phone')).toEqual({ days: 180 })
    const rule = (await zhang.post('/api/field-rules', verify('phone', { days: 30, second: true }))).body
    expect(await asked('phone')).toEqual({ days: 30, second: true })
    const { id } = (await wang.post('/api/customers', { name: '江南', type: 'person', phone: '13800138000' })).body
    const sure = { field: 'phone', how: 'call', version: 1 }
    expect((await wang.post(`/api/customers/${id}/verifications`, sure)).body.code).toBe('verification.own_entry')
    expect((await zhang.post(`/api/customers/${id}/verifications`, sure)).status).toBe(200)
    const patch = { parts: { days: null }, version: rule.version }
    await zhang.patch(`/api/field-rules/${rule.id}`, patch)
    expect(await asked('phone')).toBeUndefined()
    expect((await zhang.post(`/api/customers/${id}/verifications`, sure)).body.code).toBe('verification.not_asked')
    expect((await zhang.delete(`/api/field-rules/${rule.id}`)).status).toBe(204)
    expect(await asked('phone')).toEqual({ days: 180 })
    await runJobs(house)
  })

  it.each([
    ['verification.period', verify('email', { days: 0 })],
    ['verification.period', verify('email', { days: 1.5 })],
    ['verification.period', verify('email', null)],
    ['verification.not_kept', verify('archiveNumber', { days: 30 })],
    ['verification.not_kept', verify('name', { days: 30 }, 'tag')],
    ['request.unknown_field', verify('nothing', { days: 30 })],
  ])('is refused with %s for %o', async (code, rule) => {
    expect((await zhang.post('/api/field-rules', rule)).body).toMatchObject({ code })
  })

  it('has one rule for a field', async () => {
    await zhang.post('/api/field-rules', verify('email', { days: 90 }))
    const second = await zhang.post('/api/field-rules', verify('email', { days: 60 }))
    expect(second.body).toMatchObject({ code: 'verification.second_rule' })
  })
})
