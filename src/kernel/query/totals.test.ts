import { expect, it } from 'vitest'
import { openTotals } from './totals.ts'

it('counts once for pages that follow each other', async () => {
  const totals = openTotals()
  let counted = 0
  const count = async () => ({ total: ++counted, totalExact: true })
  expect(await totals.of('list', count)).toEqual(await totals.of('list', count))
  expect(await totals.of('other list', count)).toMatchObject({ total: 2 })
})

it('counts again after a write, and keeps an estimate', async () => {
  const totals = openTotals()
  let counted = 0
  const count = (totalExact: boolean) => async () => ({ total: ++counted, totalExact })
  await totals.of('exact', count(true))
  await totals.of('estimated', count(false))
  totals.changed()
  expect(await totals.of('exact', count(true))).toMatchObject({ total: 3 })
  expect(await totals.of('estimated', count(false))).toMatchObject({ total: 2 })
})

it('does not keep a count that a write has overtaken', async () => {
  const totals = openTotals()
  await totals.of('list', async () => {
    totals.changed()
    return { total: 1, totalExact: true }
  })
  expect(await totals.of('list', async () => ({ total: 2, totalExact: true }))).toMatchObject({ total: 2 })
})
