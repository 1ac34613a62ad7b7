import { expect, test } from 'vitest'
import { addressOf } from './address-of.ts'

test('a filter travels as JSON, and what is empty stays away', () => {
  const address = addressOf('/customers', {
    search: '云 & 海',
    where: { tier: { in: ['vip'] } },
    after: '',
    sort: undefined,
  })
  const parameters = new URL(address, 'http://dossier').searchParams
  expect([...parameters.keys()]).toEqual(['search', 'where'])
  expect(parameters.get('search')).toBe('云 & 海')
  expect(JSON.parse(parameters.get('where') ?? '')).toEqual({ tier: { in: ['vip'] } })
})

test('no query leaves no question mark', () => {
  expect(addressOf('/regions')).toBe('/api/regions')
})
