import { expect, test } from 'vitest'
import { describeKind, parseEnv } from '#test/kind-contract'
import { samples } from './kind.samples.ts'
import { dateTimeKind } from './kind.ts'

describeKind(dateTimeKind, samples)

const bound = (operator: 'lt' | 'lte' | 'gt' | 'gte', input: string) =>
  dateTimeKind.parseArgument?.(operator, input, samples.field, parseEnv()).value

test('a bare day as a bound means the whole day in the reader’s zone', () => {
  expect(bound('gte', '2026-03-16')).toBe('2026-03-15T16:00:00.000Z')
  expect(bound('lt', '2026-03-16')).toBe('2026-03-15T16:00:00.000Z')
  expect(bound('lte', '2026-03-16')).toBe('2026-03-16T15:59:59.999Z')
  expect(bound('gt', '2026-03-16')).toBe('2026-03-16T15:59:59.999Z')
  expect(bound('gt', '2026-03-16 08:00')).toBe('2026-03-16T00:00:00.000Z')
  expect(bound('lt', 'today-1')).toBe('2026-11-20T16:00:00.000Z')
  expect(bound('lt', 'now')).toBe('2026-11-22T02:00:00.000Z')
})

test('a local time is read in its zone, on both sides of a change of clocks', () => {
  const at = (input: string) =>
    dateTimeKind.parse(input, samples.field, { ...parseEnv(), timeZone: 'Europe/Berlin' }).value
  expect(at('2026-03-29 01:30')).toBe('2026-03-29T00:30:00.000Z')
  expect(at('2026-03-29 03:30')).toBe('2026-03-29T01:30:00.000Z')
  expect(at('2026-10-25 12:00')).toBe('2026-10-25T11:00:00.000Z')
})

test('the driver’s text of an instant becomes the wire form', () => {
  expect(dateTimeKind.fromRow?.(['2026-01-02 03:04:05.678+00'])).toBe('2026-01-02T03:04:05.678Z')
})
