import { expect, it } from 'vitest'
import { assign, type Worker } from './assign.ts'

const worker = (id: string, { clearance = 2, load = 0 } = {}): Worker => ({ id, clearance, task: id, load })
const subject = (apart: readonly string[] = [], level = 1) => ({ values: {}, apart, level })
const names = (chosen: (Worker | null)[]) => chosen.map((one) => one?.id ?? null)

it('gives in turn, and what few may have before the rest', () => {
  const workers = [worker('a'), worker('b')]
  expect(names(assign([subject(), subject(), subject(['a']), subject(['a'])], workers))).toEqual(['a', 'a', 'b', 'b'])
  expect(workers.map(({ load }) => load)).toEqual([2, 2])
})

it('gives nobody what is theirs, or above their clearance, however even that would be', () => {
  const workers = [worker('a', { load: 9 }), worker('b', { clearance: 1 })]
  expect(names(assign([subject([], 2), subject(['a', 'b']), subject(['a'])], workers))).toEqual(['a', null, 'b'])
})

it('evens out what came before', () => {
  const workers = [worker('a', { load: 4 }), worker('b'), worker('c', { load: 2 })]
  assign(
    Array.from({ length: 6 }, () => subject()),
    workers,
  )
  expect(workers.map(({ load }) => load)).toEqual([4, 4, 4])
})

it('moves what one has to who has less, where that is the only way to be even', () => {
  const [a, b, c] = [worker('a'), worker('b'), worker('c')]
  assign([subject(['c']), subject(['c']), subject(['c']), subject(['c']), subject(['a']), subject(['a'])], [a, b, c])
  expect([a.load, b.load, c.load]).toEqual([2, 2, 2])
})

it('moves by way of others where nobody may have it at once', () => {
  const [a, b, c] = [worker('a'), worker('b', { load: 1 }), worker('c', { load: 1 })]
  assign([subject(['a']), subject(['a']), subject(['a']), subject(['c']), subject(['c'])], [a, b, c])
  expect([a.load, b.load, c.load].sort()).toEqual([2, 2, 3])
})
