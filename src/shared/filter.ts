/**
 * The filter of lists, views, policies and rules, as JSON: `{"tier": "vip", "amount": {"gte": 1000}, "or": [{...}, {...}]}`.
 * Keys of one level are joined by AND; a bare value means `eq`.
 */
export const operatorNames = [
  'eq',
  'ne',
  'in',
  'notIn',
  'lt',
  'lte',
  'gt',
  'gte',
  'contains',
  'startsWith',
  'under',
  'tail',
  'withinDays',
  'hasAny',
  'hasAll',
  'empty',
] as const
export type OperatorName = (typeof operatorNames)[number]

type Operators<V> = object & { eq?: V; ne?: V; in?: readonly V[]; notIn?: readonly V[] } & {
  [O in Exclude<OperatorName, 'eq' | 'ne' | 'in' | 'notIn'>]?: unknown
}

/** A value of the field, or operators with their arguments. */
type Condition<V = unknown> = Operators<V> | V

export type Filter<Fields extends Record<string, unknown> = Record<string, unknown>> = {
  [Name in keyof Fields]?: Condition<Fields[Name]>
} & {
  and?: readonly Filter<Fields>[]
  or?: readonly Filter<Fields>[]
  not?: Filter<Fields>
}

/** The same filter after parsing: what SQL and memory both read. */
export type ParsedFilter =
  | { type: 'and'; all: readonly ParsedFilter[] }
  | { type: 'or'; any: readonly ParsedFilter[] }
  | { type: 'not'; not: ParsedFilter }
  | { type: 'test'; field: string; operator: OperatorName; argument: unknown }
