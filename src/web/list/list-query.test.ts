import { expect, test } from 'vitest'
import { readListQuery } from './list-query.ts'

test('an address keeps what a list understands', () => {
  const query = { search: '云栖', where: { tier: 'vip' }, sort: '-updatedAt', deleted: true }
  expect(readListQuery(query)).toEqual(query)
})

test('a search that looks like a number is still a text', () => {
  expect(readListQuery({ search: 139 })).toEqual({ search: '139' })
})

test('what makes no sense in an address is left out', () => {
  expect(readListQuery({ search: '', where: 'tier', sort: 5, deleted: 'yes', page: 3 })).toEqual({})
  expect(readListQuery({ where: [] })).toEqual({})
  expect(readListQuery({ where: {} })).toEqual({})
})
