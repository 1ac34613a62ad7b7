import { type Filter, type OperatorName, operatorNames, type ParsedFilter } from '#shared/filter'
import { testFilter } from '#shared/filter-test'
import type { FieldWire, ObjectWire } from '#shared/wire'

export type Need = 'required' | 'recommended' | 'optional'

type Values = Readonly<Record<string, unknown>>

/** What each field of a record needs, given the values it has by now; a masked one is there, whatever it says. */
export function needsOf(object: ObjectWire, values: Values, masked: Values = {}): Record<string, Need> {
  const needs: Record<string, Need> = {}
  for (const field of object.fields) needs[field.name] = isNeeded(field) ? 'required' : 'optional'
  for (const { field, need, when } of object.requirements) {
    if (needs[field] === 'required' || !holds(when, values, masked)) continue
    needs[field] = need
  }
  return needs
}

// The server fills in a default, so nobody has to.
function isNeeded(field: FieldWire): boolean {
  return field.required && !field.readOnly && (field.default === undefined || field.default === null)
}

function holds(when: unknown, values: Values, masked: Values): boolean {
  if (!isObject(when)) return true
  return testFilter(parsed(when), (field) => values[field] ?? masked[field] ?? null)
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isOperator(name: string): name is OperatorName {
  return operatorNames.some((operator) => operator === name)
}

function parsed(filter: Filter): ParsedFilter {
  const { and = [], or, not, ...fields } = filter
  const all = Object.entries(fields).flatMap(([field, condition]) => tests(field, condition))
  const joined: ParsedFilter[] = [...all, ...and.map(parsed)]
  if (or) joined.push({ type: 'or', any: or.map(parsed) })
  if (not) joined.push({ type: 'not', not: parsed(not) })
  return { type: 'and', all: joined }
}

function tests(field: string, condition: unknown): ParsedFilter[] {
  if (!isObject(condition)) return [{ type: 'test', field, operator: 'eq', argument: condition }]
  return Object.entries(condition).flatMap(([operator, argument]) =>
    isOperator(operator) ? [{ type: 'test' as const, field, operator, argument }] : [],
  )
}
