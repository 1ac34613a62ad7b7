import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Actor, sql, storeFile } from '#kernel'
import { printLabels } from '#modules/labels'
import { keepSiteAddress } from '#modules/mail'
import { type House, openHouse } from '#test/house'
import { readPdf } from '#test/read-pdf'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const usual = { sheet: '3x8', start: 1, names: 'general', code: true, qr: true, logo: true } as const

async function make(...customers: Record<string, unknown>[]): Promise<string[]> {
  const records = house.as('wang').recordsNamed('customer')
  const made: string[] = []
  for (const customer of customers) made.push((await records.create(customer)).id)
  return made
}

async function print(who: 'wang' | 'li' | 'sun' | 'zhang', ids: readonly string[], query = {}) {
  const ctx = house.as(who)
  return readPdf(await printLabels(ctx, ctx.type('customer'), { ...usual, ...query, ids }))
}

it('bear number, class and name, in the order of the numbers, with a code that names the file, and no sign is lost', async () => {
  const ids = await make(
    { name: '杭州喆堃犇鑫贸易有限公司', industry: 'F', region: '330110' },
    { name: '龘䶮（上海）“新”能源·科技股份有限公司', shortName: '龘䶮新能源', type: 'company' },
    { name: 'Älv & Sohn GmbH', type: 'person' },
  )
  const [page, ...more] = await print('wang', ids.toReversed())
  const numbers = page?.texts.filter((text) => text.startsWith('KH-')) ?? []
  expect(more).toEqual([])
  expect(numbers).toEqual(numbers.toSorted())
  const text = page?.texts.join('') ?? ''
  for (const part of ['COM-F-33', 'COM-0-0', 'PER-0-0', '喆堃犇鑫贸易有限公司', '龘䶮新能源', 'Älv & Sohn GmbH'])
    expect(text).toContain(part)
  expect(text).not.toContain('（上海）')
  expect(page?.lost).toBe(0)
  const [beyond] = await print('wang', await make({ name: '\u{30000}记' }))
  expect(beyond?.lost).toBe(1)
  // Nobody has said yet at which address the house is.
  expect(page?.codes).toEqual(numbers)

  await keepSiteAddress(house.kernel.db, 'https://dossier.example.com')
  const [addressed] = await print('wang', ids)
  expect(addressed?.codes).toEqual(ids.map((id) => `https://dossier.example.com/o/customers/${id}`))
  await keepSiteAddress(house.kernel.db, undefined)
})

it('bear no name where the level is higher, unless it is asked for', async () => {
  const ids = await make({ name: '公开客户', level: '1' }, { name: '重要客户甲', level: '2' })
  const names = async (query: object) => (await print('zhang', ids, query)).flatMap(({ texts }) => texts).join('')
  expect(await names({})).toContain('公开客户')
  expect(await names({})).not.toContain('重要客户甲')
  expect(await names({ names: 'all' })).toContain('重要客户甲')
  expect(await names({ names: 'none' })).not.toMatch(/客户/)
  const bare = await print('zhang', ids, { code: false, qr: false, names: 'none' })
  expect(bare).toMatchObject([{ texts: [expect.stringMatching(/^KH-/), expect.stringMatching(/^KH-/)], codes: [] }])
})

it('begin where a sheet is still free, go on to the next, and a roll has one on each page', async () => {
  const ids = await make({ name: '甲' }, { name: '乙' }, { name: '丙' })
  const perPage = async (query: object) => (await print('wang', ids, query)).map(({ codes }) => codes.length)
  expect(await perPage({ sheet: '2x7', start: 13 })).toEqual([2, 1])
  expect(await perPage({ sheet: '3x7', start: 21 })).toEqual([1, 2])
  expect(await perPage({ sheet: 'roll' })).toEqual([1, 1, 1])
  const [roll] = await print('wang', ids, { sheet: 'roll' })
  expect([roll?.width, roll?.height].map((points) => Math.round(((points ?? 0) * 25.4) / 72))).toEqual([70, 36])
  await expect(print('wang', ids, { sheet: '2x7', start: 15 })).rejects.toMatchObject({ status: 400 })
})

it('are made of what the reader may print alone, and the trail has each before', async () => {
  const ids = await make({ name: '王芳的客户' })
  const [theirs] = await Promise.all([house.as('li').recordsNamed('customer').create({ name: '李的客户' })])
  const [page] = await print('wang', [...ids, theirs.id])
  expect(page?.codes).toHaveLength(1)
  await expect(print('sun', ids)).rejects.toMatchObject({ status: 404 })
  await print('zhang', [...ids, theirs.id])
  const lines = await house.kernel.db.rows<{ records: string[]; body: string }>(
    sql`select records, body from audit_event where action = 'print' and actor = ${house.people.zhang.id}::uuid
      and ${theirs.id}::uuid = any(records)`,
  )
  expect(lines.map(({ records }) => new Set(records))).toEqual([new Set([...ids, theirs.id])])
  expect(lines[0]?.body).toContain('"as":"label"')

  const wang = house.as('wang')
  const { reach } = wang.actor
  const actor: Actor = { ...wang.actor, reach: (type, right) => (right === 'print' ? null : reach(type, right)) }
  const query = { ...usual, ids }
  await expect(printLabels(wang.with({ actor }), wang.type('customer'), query)).rejects.toMatchObject({ status: 403 })
  await expect(printLabels(wang, wang.type('contact'), query)).rejects.toMatchObject({ status: 404 })
})

// Forty points wide and twenty high; the left half blue, in the PNG the right half clear.
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAACgAAAAUCAYAAAD/Rn+7AAAARUlEQVR4AezSwQkAQAgDwcOarhcrtx4tYvNcwWdEhtTv2eS+8FT4XvycD1JSBRWkAjRvBxWkAjRvBxWkAjRvBxWkAjR/AAAA///uzrcpAAAABklEQVQDABRuL5W5KRIqAAAAAElFTkSuQmCC',
  'base64',
)
const jpeg = Buffer.from(
  [
    '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1tdhbWGkJ6j',
    'q62rZ4C8ybqmx5moq6T/2wBDARweHigjKE4rK06kbl1upKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSk',
    'pKSkpKSkpKT/wAARCAAUACgDASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAQF/8QAGBABAAMBAAAAAAAAAAAAAAAAAAVD',
    'gcH/xAAXAQADAQAAAAAAAAAAAAAAAAACAwQF/8QAGREBAAIDAAAAAAAAAAAAAAAAAAECAzEy/9oADAMBAAIRAxEAPwCQBqJ0UlXv',
    'EK6Sr3iFBm7k6ugAoTbAaidFJV7xCCDN3J1dABQn/9k=',
  ].join(''),
  'base64',
)
const webp = Buffer.from('UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA', 'base64')

async function showLogo(content: Buffer | undefined): Promise<void> {
  const zhang = house.as('zhang')
  const logo = content ? [(await storeFile(zhang, Readable.from([content]), 'logo')).id] : null
  const companies = zhang.recordsNamed('company')
  const [company] = (await companies.list({ limit: 1 })).items
  if (company) await companies.update(company.id, { logo }, { version: company.version })
  else await house.system().recordsNamed('company').create({ name: '示例公司', logo })
  await expect.poll(() => house.kernel.settings.look.logo).toBe(logo?.[0] ?? null)
}

it('bear the picture of the company above each number, unless it is not wanted', async () => {
  await house.system().recordsNamed('company').create({ name: '示例公司' })
  const ids = await make({ name: '甲' }, { name: '乙' })
  const picturesOf = async (query = {}) => (await print('wang', ids, query)).flatMap(({ pictures }) => pictures)
  expect(await picturesOf()).toEqual([])
  for (const picture of [png, jpeg]) {
    await showLogo(picture)
    expect(await picturesOf()).toEqual(ids.map(() => ({ width: 28, height: 14 })))
    expect(await picturesOf({ logo: false })).toEqual([])
  }
  const [page] = await print('wang', ids, { sheet: 'roll' })
  expect(page).toMatchObject({
    pictures: [{ width: 28, height: 14 }],
    texts: [expect.stringMatching(/^KH-/), 'COM-0-0', '甲'],
  })
})

it('do without a picture that cannot be drawn, and are whole all the same', async () => {
  const ids = await make({ name: '甲' })
  const bent = Buffer.from(png)
  bent.fill(0xff, png.indexOf('IDAT') + 4, png.indexOf('IDAT') + 30)
  for (const picture of [webp, bent, jpeg.subarray(0, 40)]) {
    await showLogo(picture)
    const pages = await print('wang', ids)
    expect(pages).toMatchObject([{ pictures: [], texts: [expect.stringMatching(/^KH-/), 'COM-0-0', '甲'] }])
  }
})
