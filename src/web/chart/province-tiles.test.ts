import { expect, test } from 'vitest'
import { chinaRegions } from '../../field-types/region/divisions.ts'
import { provinceNames } from './province-names.ts'
import { provinceTiles, shortProvince, tileColumns, tileRows } from './province-tiles.ts'

test('every province of the table has a square of its own, and a name that fits into it', () => {
  const provinces = chinaRegions().tree
  expect(provinces.map(({ code }) => code).toSorted()).toEqual(Object.keys(provinceTiles).toSorted())
  const squares = Object.values(provinceTiles)
  expect(new Set(squares.map(String)).size).toBe(squares.length)
  for (const [column, row] of squares) expect(column < tileColumns && row < tileRows).toBe(true)
  for (const { name } of provinces) expect(shortProvince(name).length, name).toBeLessThanOrEqual(3)
})

test('every province has a name of its own for readers of English, and letters of its own', () => {
  expect(Object.keys(provinceNames).toSorted()).toEqual(Object.keys(provinceTiles).toSorted())
  for (const at of [0, 1] as const) expect(new Set(Object.values(provinceNames).map((all) => all[at])).size).toBe(34)
})
