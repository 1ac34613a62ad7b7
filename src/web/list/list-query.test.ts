import { expect, test } from 'vitest'
import { readListSearch } from './list-query.ts'

test('an address keeps what a list understands', () => {
  const query = {
    search: '云栖',
    where: { tier: 'vip' },
    sort: '-updatedAt',
    deleted: true,
    columns: ['name', 'tier'],
    widths: { tier: 90 },
    frozen: 1,
    board: 'stage',
    calendar: 'nextFollowUp',
    group: 'tier',
    catalogue: 'region.province',
    view: '1',
    class: '33',
  }
  expect(readListSearch(query)).toEqual(query)
})

test('a search that looks like a number is still a text', () => {
  expect(readListSearch({ search: 139 })).toEqual({ search: '139' })
})

test('a class is a text, and an empty one is that of all that have none', () => {
  expect(readListSearch({ class: 33 })).toEqual({ class: '33' })
  expect(readListSearch({ class: '' })).toEqual({ class: '' })
})

test('what makes no sense in an address is left out', () => {
  expect(
    readListSearch({
      search: '',
      where: 'tier',
      sort: 5,
      deleted: 'yes',
      page: 3,
      columns: 'name',
      board: 1,
      calendar: 2,
      view: 7,
      catalogue: 8,
      class: {},
    }),
  ).toEqual({})
  expect(readListSearch({ where: [] })).toEqual({})
  expect(readListSearch({ where: {} })).toEqual({})
})
