import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ApiClient, type ApiHouse, openApiHouse } from '#test/as'

let house: ApiHouse
let head: ApiClient
let nobody: ApiClient
let company: string
beforeAll(async () => {
  house = await openApiHouse()
  head = await house.client('zhang')
  nobody = await house.client()
  const companies = house.system().recordsNamed('company')
  const [first] = (await companies.list({ limit: 1 })).items
  company = first?.id ?? (await companies.create({ name: '示例公司' })).id
})
afterAll(() => house.close())

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'

async function change(patch: Record<string, unknown>) {
  const { version } = (await head.get(`/api/companies/${company}`)).body
  return head.patch(`/api/companies/${company}`, { ...patch, version })
}

async function upload(content: Buffer | string, name: string): Promise<string> {
  const form = new FormData()
  form.append('file', new Blob([Uint8Array.from(Buffer.from(content))]), name)
  return (await head.post('/api/files', undefined, { form })).body.id
}

describe('how the company looks', () => {
  it('is told to whoever comes to its door, as soon as it is set, and taken back like every change', async () => {
    const before = (await nobody.get('/api/look')).body
    expect(before).toMatchObject({ name: expect.any(String), accent: null, signInText: null, logo: null })
    expect((await nobody.get('/api/look/style.css')).body).toBe('')
    expect((await change({ accent: '#146c3d', signInText: '仅限本公司员工' })).status).toBe(200)
    await expect
      .poll(async () => (await nobody.get('/api/look')).body)
      .toEqual({ ...before, accent: '#146c3d', signInText: '仅限本公司员工' })
    const style = await nobody.get('/api/look/style.css')
    expect(style.headers.get('content-type')).toContain('text/css')
    expect(style.body).toMatch(
      /^html:root\{--primary:#146c3d;.*html:root\[data-theme="dark"\]\{--primary:#[0-9a-f]{6};/,
    )
    const { items } = (await head.get(`/api/companies/${company}/history`)).body
    const { id } = items.find(({ field }: { field: string }) => field === 'accent')
    const { version } = (await head.get(`/api/companies/${company}`)).body
    expect((await head.post(`/api/companies/${company}/history/${id}/restoration`, { version })).status).toBe(200)
    await expect.poll(async () => (await nobody.get('/api/look')).body.accent).toBeNull()
  })

  it('has no colour that cannot be read, and names the nearest that can', async () => {
    const faint = await change({ accent: '#ffd400' })
    expect(faint).toMatchObject({ status: 422, body: { code: 'look.colour_faint', errors: [{ path: 'accent' }] } })
    expect((await change({ accent: faint.body.params.colour })).status).toBe(200)
    expect((await change({ accent: 'red' })).body.code).toBe('look.colour_form')
  })

  it('shows a picture that is one by its bytes, and nothing that could run', async () => {
    expect((await nobody.get('/api/look/logo')).status).toBe(404)
    for (const name of ['logo.svg', 'logo.png'])
      expect((await change({ logo: [await upload(svg, name)] })).body.code).toBe('look.logo_unfit')
    const large = Buffer.concat([png, Buffer.alloc(600 * 1024)])
    expect((await change({ logo: [await upload(large, 'large.png')] })).body.code).toBe('look.logo_unfit')
    const logo = await upload(png, 'logo.svg')
    expect((await change({ logo: [logo] })).status).toBe(200)
    await expect.poll(async () => (await nobody.get('/api/look')).body.logo).toBe(logo)
    const shown = await nobody.get('/api/look/logo')
    expect(shown.headers.get('content-type')).toBe('image/png')
    expect(shown.headers.get('content-security-policy')).toContain('sandbox')
    expect((await change({ logo: null })).status).toBe(200)
    await expect.poll(async () => (await nobody.get('/api/look/logo')).status).toBe(404)
  })

  it('is the head’s to set', async () => {
    const { version } = (await head.get(`/api/companies/${company}`)).body
    const clerk = await house.client('wang')
    expect((await clerk.patch(`/api/companies/${company}`, { accent: '#146c3d', version })).status).toBe(403)
  })
})

describe('working days', () => {
  const told = async () => (await head.get('/api/working-days')).body
  const nameOf = (exception: { name: string }): string => exception.name

  it('are told as soon as they are set, to colleagues alone, and taken back like every change', async () => {
    expect(await told()).toEqual({ week: [1, 2, 3, 4, 5], exceptions: [] })
    expect((await nobody.get('/api/working-days')).status).toBe(401)
    expect((await change({ workWeek: ['mon', 'sat'] })).status).toBe(200)
    const days = { name: '春节', from: '2027-02-05', until: '2027-02-11' }
    const { id } = (await head.post('/api/holidays', days)).body
    await head.post('/api/holidays', { name: '春节前补班', works: 'on', from: '2027-01-31' })
    await expect.poll(told).toEqual({
      week: [1, 6],
      exceptions: [
        { name: '春节前补班', works: true, from: '2027-01-31', until: '2027-01-31' },
        { works: false, ...days },
      ],
    })
    await head.delete(`/api/holidays/${id}`)
    await expect.poll(async () => (await told()).exceptions.map(nameOf)).toEqual(['春节前补班'])
    await head.post(`/api/holidays/${id}/restoration`)
    await expect.poll(async () => (await told()).exceptions.map(nameOf)).toEqual(['春节前补班', '春节'])
    const { version } = (await head.get(`/api/holidays/${id}`)).body
    await head.patch(`/api/holidays/${id}`, { until: '2027-02-12', version })
    const [last] = (await head.get(`/api/holidays/${id}/history`)).body.items
    expect(last).toMatchObject({ field: 'until', before: '2027-02-11', after: '2027-02-12' })
  })

  it('are the head’s to set', async () => {
    const clerk = await house.client('wang')
    expect((await clerk.get('/api/working-days')).status).toBe(200)
    expect((await clerk.post('/api/holidays', { name: '自己放假', from: '2027-03-01' })).status).toBe(403)
  })

  it('last from a day until that one or a later one of the same year', async () => {
    const day = { name: '厂休', from: '2026-07-01' }
    for (const until of ['2026-06-30', '2027-07-05'])
      expect((await head.post('/api/holidays', { ...day, until })).body.code).toBe('holiday.until')
    expect((await head.post('/api/holidays', { ...day, until: '2026-07-01' })).body).toMatchObject({ works: 'off' })
  })
})
