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
    view: '1',
  }
  expect(readListSearch(query)).toEqual(query)
})

test('a search that looks like a number is still a text', () => {
  expect(readListSearch({ search: 139 })).toEqual({ search: '139' })
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
    }),
  ).toEqual({})
  expect(readListSearch({ where: [] })).toEqual({})
  expect(readListSearch({ where: {} })).toEqual({})
})
