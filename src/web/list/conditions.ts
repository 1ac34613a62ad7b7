import { type Filter, type OperatorName, operatorNames } from '#shared/filter'

/** One line of the filter bar; all lines together must hold. */
export type ConditionLine = { field: string; operator: OperatorName; value: unknown }

function isOperator(name: string): name is OperatorName {
  return operatorNames.some((operator) => operator === name)
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function linesOfField(field: string, condition: unknown): ConditionLine[] {
  if (!isObject(condition) || !Object.keys(condition).every(isOperator))
    return [{ field, operator: 'eq', value: condition }]
  return Object.entries(condition).flatMap(([operator, value]) =>
    isOperator(operator) ? [{ field, operator, value }] : [],
  )
}

/** The lines of a filter, or undefined for one with "or" or "not", which lines cannot say. */
export function linesOf(where: Filter | undefined): readonly ConditionLine[] | undefined {
  const { and = [], or, not, ...fields } = where ?? {}
  if (or || not) return undefined
  const own = Object.entries(fields).flatMap(([field, condition]) => linesOfField(field, condition))
  const joined = and.map((part) => linesOf(part))
  if (joined.some((lines) => lines === undefined)) return undefined
  return [...own, ...joined.flatMap((lines) => lines ?? [])]
}

/** The filter that says what the lines say: `{tier: {in: ['vip']}, size: {gte: 10, lt: 50}}`. */
export function filterOf(lines: readonly ConditionLine[]): Filter | undefined {
  const first: Record<string, Record<string, unknown>> = {}
  const repeated: Filter[] = []
  for (const { field, operator, value } of lines) {
    const condition = first[field] ?? {}
    if (operator in condition) repeated.push({ [field]: { [operator]: value } })
    else first[field] = { ...condition, [operator]: value }
  }
  if (lines.length === 0) return undefined
  return repeated.length ? { ...first, and: repeated } : first
}
