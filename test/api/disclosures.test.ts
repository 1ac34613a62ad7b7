import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ApiClient, type ApiHouse, openApiHouse } from '#test/as'

let house: ApiHouse
let wang: ApiClient
let li: ApiClient
let customer: string
const purposes = new Map<string, string>()

beforeAll(async () => {
  house = await openApiHouse()
  wang = await house.client('wang')
  li = await house.client('li')
  for (const [code, basis, active] of [
    ['contract', 'contract', true],
    ['survey', 'consent', true],
    ['turned', 'contract', true],
    ['past', 'contract', false],
  ]) {
    const made = await house
      .system()
      .recordsNamed('purpose')
      .create({ code, nameZh: code, nameEn: code, basis, active })
    purposes.set(String(code), made.id)
  }
  await house.kernel.reload()
  customer = (await wang.post('/api/customers', { name: '对外茶业' })).body.id
})
afterAll(() => house.close())

const told = { recipient: '迅达物流有限公司', categories: ['name', 'address'], means: 'system' }
const disclose = (purpose: string, more: Record<string, unknown> = {}) =>
  wang.post('/api/disclosures', { customer, purpose: purposes.get(purpose), ...told, ...more })

describe('the register of disclosures', () => {
  it('tells to whom what was handed, when and by whom, and lists it by recipient and purpose', async () => {
    const { status, body } = await disclose('contract', { recipientContact: '400-820-0001', details: '送货上门' })
    expect(status).toBe(201)
    expect(body).toMatchObject({ ...told, responsible: house.people.wang.id, separateConsent: null })
    expect(Date.parse(body.at)).toBeGreaterThan(Date.now() - 60_000)
    const where = encodeURIComponent(JSON.stringify({ purpose: purposes.get('contract') }))
    const found = await wang.get(`/api/disclosures?search=${encodeURIComponent('迅达')}&where=${where}`)
    expect(found.body.items.map(({ id }: { id: string }) => id)).toEqual([body.id])
  })

  it('is seen and added to by whoever sees the file, and by nobody else', async () => {
    const { id } = (await disclose('contract')).body
    expect((await li.get(`/api/disclosures/${id}`)).status).toBe(404)
    expect((await li.get('/api/disclosures')).body.total).toBe(0)
    const other = await li.post('/api/disclosures', { customer, purpose: purposes.get('contract'), ...told })
    expect(other.status).toBe(422)
  })

  it.each(['recipient', 'categories', 'means', 'purpose', 'at', 'responsible'])(
    'is not written without %s',
    async (field) => {
      expect(await disclose('contract', { [field]: null })).toMatchObject({
        status: 422,
        body: { errors: [{ path: field }] },
      })
    },
  )
})

describe('a disclosure for a purpose that rests on consent', () => {
  const refused = {
    status: 422,
    body: { code: 'access.disclosure_consent', errors: [{ path: 'separateConsent' }] },
  }

  it('says whether a separate consent was obtained; that there was none is written too', async () => {
    expect(await disclose('survey')).toMatchObject(refused)
    for (const separateConsent of ['obtained', 'missing'])
      expect((await disclose('survey', { separateConsent })).body).toMatchObject({ separateConsent })
  })

  it('is asked for it when another is changed to it, and keeps it', async () => {
    const { id, version } = (await disclose('contract')).body
    const change = (patch: Record<string, unknown>) => wang.patch(`/api/disclosures/${id}`, patch)
    const purpose = purposes.get('survey')
    expect(await change({ purpose, version })).toMatchObject(refused)
    expect((await change({ purpose, separateConsent: 'obtained', version })).status).toBe(200)
    expect(await change({ separateConsent: null, version: version + 1 })).toMatchObject(refused)
  })

  it('is asked nothing anew once the purpose is another', async () => {
    const { id, version } = (await disclose('turned')).body
    const { id: purpose, version: of } = await house
      .system()
      .recordsNamed('purpose')
      .get(purposes.get('turned') ?? '')
    await house.system().recordsNamed('purpose').update(purpose, { basis: 'consent' }, { version: of })
    await house.kernel.reload()
    expect((await wang.patch(`/api/disclosures/${id}`, { details: '已送达', version })).status).toBe(200)
    expect((await wang.delete(`/api/disclosures/${id}`)).status).toBe(204)
    expect((await wang.post(`/api/disclosures/${id}/restoration`)).status).toBe(200)
    expect(await disclose('turned')).toMatchObject(refused)
  })

  it('may have been one that is no longer in force', async () => {
    expect(await disclose('past')).toMatchObject(refused)
    expect((await disclose('past', { separateConsent: 'missing' })).status).toBe(201)
  })
})
