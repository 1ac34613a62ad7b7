import { type Filter, type OperatorName, operatorNames } from '#shared/filter'

/** One test of one field. */
export type ConditionLine = { field: string; operator: OperatorName; value: unknown }

/** Lines that must hold together. */
type Alternative = readonly ConditionLine[]

/** Alternatives of which one must hold; all clauses of the filter bar together must. */
export type Clause = readonly Alternative[]

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
function linesOf(where: Filter): Alternative | undefined {
  const clauses = clausesOf(where)
  if (!clauses?.every((clause) => clause.length === 1)) return undefined
  return clauses.flat(2)
}

/** The clauses of a filter, or undefined for one with "not" or with "or" inside "or", which they cannot say. */
export function clausesOf(where: Filter | undefined): readonly Clause[] | undefined {
  const { and = [], or = [], not, ...fields } = where ?? {}
  if (not) return undefined
  const own = Object.entries(fields).flatMap(([field, condition]) => linesOfField(field, condition))
  const joined = and.map((part) => clausesOf(part))
  const alternatives = or.map((part) => linesOf(part))
  if (!isWhole(joined) || !isWhole(alternatives) || alternatives.some((lines) => lines.length === 0)) return undefined
  return [...own.map(alone), ...joined.flat(), ...(or.length > 1 ? [alternatives] : alternatives.flat().map(alone))]
}

function alone(line: ConditionLine): Clause {
  return [[line]]
}

function isWhole<Item>(items: readonly (Item | undefined)[]): items is Item[] {
  return !items.includes(undefined)
}

/** The filter that says what the lines say: `{tier: {in: ['vip']}, size: {gte: 10, lt: 50}}`. */
function filterOfLines(lines: Alternative): Filter {
  const first: Record<string, Record<string, unknown>> = {}
  const repeated: Filter[] = []
  for (const { field, operator, value } of lines) {
    const condition = first[field] ?? {}
    if (operator in condition) repeated.push({ [field]: { [operator]: value } })
    else first[field] = { ...condition, [operator]: value }
  }
  return repeated.length ? { ...first, and: repeated } : first
}

/** The filter that says what the clauses say, in their order. */
export function filterOf(clauses: readonly Clause[]): Filter | undefined {
  if (clauses.length === 0) return undefined
  if (clauses.every((clause) => clause.length === 1)) return filterOfLines(clauses.flat(2))
  const parts = clauses.map(filterOfClause)
  return parts.length === 1 ? parts[0] : { and: parts }
}

function filterOfClause(clause: Clause): Filter {
  const [first = [], ...others] = clause
  return others.length ? { or: clause.map(filterOfLines) } : filterOfLines(first)
}
