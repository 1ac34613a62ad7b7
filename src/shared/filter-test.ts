import { dayOfYear } from './day-of-year.ts'
import type { OperatorName, ParsedFilter } from './filter.ts'

/**
 * Filters in memory, with the meaning that they have in SQL. Both sides are comparable forms; a missing value is `null`.
 * Nothing is equal to, below or above a missing value; `ne` and `notIn` hold for it, and a missing list is an empty one.
 */
export function testOperator(operator: OperatorName, comparable: unknown, argument: unknown): boolean {
  const value = comparable ?? null
  switch (operator) {
    case 'eq':
      return value !== null && compareValues(value, argument) === 0
    case 'ne':
      return value === null || compareValues(value, argument) !== 0
    case 'in':
      return value !== null && listOf(argument).some((item) => compareValues(value, item) === 0)
    case 'notIn':
      return value === null || !listOf(argument).some((item) => compareValues(value, item) === 0)
    case 'lt':
      return value !== null && compareValues(value, argument) < 0
    case 'lte':
      return value !== null && compareValues(value, argument) <= 0
    case 'gt':
      return value !== null && compareValues(value, argument) > 0
    case 'gte':
      return value !== null && compareValues(value, argument) >= 0
    case 'empty':
      return isEmpty(value) === (argument === true)
    case 'withinDays':
      return value !== null && listOf(argument).includes(dayOfYear(value))
    case 'hasAny':
      return listOf(argument).some((item) => listOf(value).includes(item))
    case 'hasAll':
      return listOf(argument).every((item) => listOf(value).includes(item))
    default:
      return testText(operator, value, argument)
  }
}

function testText(operator: 'contains' | 'startsWith' | 'under' | 'tail', value: unknown, argument: unknown): boolean {
  if (typeof value !== 'string' || typeof argument !== 'string') return false
  switch (operator) {
    case 'contains':
      return foldCase(value).includes(foldCase(argument))
    case 'startsWith':
      return foldCase(value).startsWith(foldCase(argument))
    case 'under':
      return value.startsWith(argument)
    case 'tail':
      return value.endsWith(argument)
  }
}

/** A whole filter against one record, whose comparable values `comparableOf` gives by field. */
export function testFilter(filter: ParsedFilter, comparableOf: (field: string) => unknown): boolean {
  switch (filter.type) {
    case 'and':
      return filter.all.every((part) => testFilter(part, comparableOf))
    case 'or':
      return filter.any.some((part) => testFilter(part, comparableOf))
    case 'not':
      return !testFilter(filter.not, comparableOf)
    case 'test':
      return testOperator(filter.operator, comparableOf(filter.field), filter.argument)
  }
}

/** Order of two comparable values: numbers by size, false before true, texts by code point as in PostgreSQL's C order. */
export function compareValues(left: unknown, right: unknown): number {
  if (typeof left === 'string' && typeof right === 'string') return compareText(left, right)
  if (typeof left === 'number' && typeof right === 'number') return left - right
  if (typeof left === 'boolean' && typeof right === 'boolean') return Number(left) - Number(right)
  return left === right ? 0 : Number.NaN
}

function compareText(left: string, right: string): number {
  if (left === right) return 0
  const ours = left[Symbol.iterator]()
  const theirs = right[Symbol.iterator]()
  for (;;) {
    const [mine, other] = [ours.next(), theirs.next()]
    if (mine.done || other.done) return Number(!mine.done) - Number(!other.done)
    const difference = (mine.value.codePointAt(0) ?? 0) - (other.value.codePointAt(0) ?? 0)
    if (difference !== 0) return difference
  }
}

/** Lower case letter by letter, as PostgreSQL does: İ becomes i, and a final Σ is no exception. */
export function foldCase(text: string): string {
  return [...text].map((letter) => [...letter.toLowerCase()][0] ?? letter).join('')
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function isEmpty(value: unknown): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0)
}
