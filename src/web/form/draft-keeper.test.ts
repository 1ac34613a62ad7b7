import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { draftKeeper, type Typed } from './draft-keeper.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const typed = (name: string | null): Typed => ({ values: name === null ? {} : { name }, version: null })

/** A server that answers when it is told to, and everything that it was sent. */
function slowServer() {
  const sent: { name: unknown; parting: boolean; answer: () => void; refuse: () => void }[] = []
  const keeper = draftKeeper(({ values }, parting) => {
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    sent.push({ name: values.name, parting, answer: resolve, refuse: () => reject(new Error('away')) })
    return promise
  })
  const pause = () => vi.advanceTimersByTimeAsync(1_000)
  return { keeper, sent, pause, names: () => sent.map(({ name }) => name) }
}

test('sends what was typed after a pause, and nothing that is kept already', async () => {
  const { keeper, sent, pause, names } = slowServer()
  keeper.begin(typed('旧'))
  keeper.change(typed('旧'))
  await pause()
  keeper.change(typed('新'))
  keeper.change(typed('新的'))
  expect(names()).toEqual([])
  await pause()
  expect(names()).toEqual(['新的'])
  sent[0]?.answer()
  await pause()
  expect(names()).toEqual(['新的'])
})

test('sends one after the other, the last last', async () => {
  const { keeper, sent, pause, names } = slowServer()
  keeper.change(typed('一'))
  await pause()
  keeper.change(typed('二'))
  await pause()
  expect(names()).toEqual(['一'])
  sent[0]?.answer()
  await pause()
  expect(names()).toEqual(['一', '二'])
})

test('says whether all of it is kept, and tries again with the next change', async () => {
  const { keeper, sent, pause, names } = slowServer()
  keeper.change(typed('一'))
  expect(keeper.isSafe()).toBe(true)
  const kept = keeper.flush()
  await pause()
  sent[0]?.refuse()
  expect(await kept).toBe(false)
  expect(keeper.isSafe()).toBe(false)
  keeper.change(typed('二'))
  await pause()
  sent[1]?.answer()
  await pause()
  expect(names()).toEqual(['一', '二'])
  expect(keeper.isSafe()).toBe(true)
  expect(await keeper.flush()).toBe(true)
})

test('sends at once when the page goes away, also while something else is on its way', async () => {
  const { keeper, sent, pause } = slowServer()
  keeper.change(typed('一'))
  await pause()
  keeper.change(typed('二'))
  keeper.part()
  expect(sent.map(({ name, parting }) => [name, parting])).toEqual([
    ['一', false],
    ['二', true],
  ])
})

test('is not safe with more than a browser sends along', () => {
  const { keeper } = slowServer()
  keeper.change(typed('长'.repeat(70_000)))
  expect(keeper.isSafe()).toBe(false)
})

test('forgets what was saved, and is done with it once nothing is on its way', async () => {
  const { keeper, sent, pause, names } = slowServer()
  keeper.change(typed('一'))
  await pause()
  keeper.change(typed('二'))
  let isDone = false
  const settled = keeper.settle().then(() => {
    isDone = true
  })
  await pause()
  expect(isDone).toBe(false)
  sent[0]?.answer()
  await settled
  await pause()
  expect(await keeper.flush()).toBe(true)
  expect(names()).toEqual(['一'])
})
