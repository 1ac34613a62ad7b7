import { AppError } from '#shared/app-error'
import { type Filter, type OperatorName, operatorNames, type ParsedFilter } from '#shared/filter'
import type { FieldAccess } from '#shared/wire'
import { fieldAccess } from '../access/field-access.ts'
import type { Context } from '../context.ts'
import type { BoundField } from '../object/bound-field.ts'
import { fieldOf, type ObjectType, unknownField } from '../object/object-type.ts'
import { incompleteTest } from './incomplete-test.ts'
import { isSystemField, parseMoment, parseSystemArgument, systemOperators } from './system-fields.ts'
import { verifiedField, verifiedOperators } from './verified-at.ts'

const deepest = 8
/** Each becomes part of a statement, and long before thousands of them the database has no room to plan it. */
const mostConditions = 500

type Place = { type: ObjectType; depth: number; count: { conditions: number } }

/** Reads a filter from JSON against an object's fields; every name, operator and argument is checked. */
export function parseFilter(ctx: Context, type: ObjectType, input: Filter): ParsedFilter {
  return parseLevel(ctx, { type, depth: 0, count: { conditions: 0 } }, input)
}

function parseLevel(ctx: Context, place: Place, input: Filter): ParsedFilter {
  const { type, depth, count } = place
  countOne(place)
  if (depth > deepest) throw new AppError(400, 'request.invalid', { params: { detail: `where: > ${deepest}` } })
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    throw new AppError(400, 'request.invalid', { params: { detail: 'where' } })
  }
  const parts: ParsedFilter[] = []
  for (const [key, value] of Object.entries(input)) {
    if (value === undefined) continue
    countOne(place)
    if (key === 'and' || key === 'or') {
      if (!Array.isArray(value)) throw new AppError(400, 'request.invalid', { params: { detail: `where.${key}` } })
      const inner = value.map((part) => parseLevel(ctx, { type, depth: depth + 1, count }, part))
      parts.push(key === 'and' ? { type: 'and', all: inner } : { type: 'or', any: inner })
    } else if (key === 'not') {
      parts.push({ type: 'not', not: parseLevel(ctx, { type, depth: depth + 1, count }, asFilter(value)) })
    } else {
      parts.push(...parseConditions(ctx, type, key, value))
    }
  }
  const [only] = parts
  return parts.length === 1 && only ? only : { type: 'and', all: parts }
}

/** Levels count as well: an empty one is part of the statement too. */
function countOne({ count }: Place): void {
  if (++count.conditions > mostConditions)
    throw new AppError(400, 'request.invalid', { params: { detail: `where: > ${mostConditions}` } })
}

/** A filter of the house itself, such as a policy's: no reader's veil narrows what it may look at. */
export function parseRule(ctx: Context, type: ObjectType, rule: Filter): ParsedFilter {
  return parseFilter({ ...ctx, systemReason: ctx.systemReason ?? 'rule' }, type, rule)
}

function asFilter(value: unknown): Filter {
  if (typeof value !== 'object' || value === null)
    throw new AppError(400, 'request.invalid', { params: { detail: 'where.not' } })
  // Any object may be tried as a filter: parsing checks each of its keys.
  return value as Filter
}

function parseConditions(ctx: Context, type: ObjectType, field: string, condition: unknown): ParsedFilter[] {
  if (!isOperators(condition)) {
    const operator = condition === null ? 'empty' : 'eq'
    return [parseTest(ctx, type, field, operator, condition === null ? true : condition)]
  }
  return Object.entries(condition)
    .filter(([, argument]) => argument !== undefined)
    .map(([operator, argument]) => parseTest(ctx, type, field, operator as OperatorName, argument))
}

function isOperators(condition: unknown): condition is Partial<Record<OperatorName, unknown>> {
  if (typeof condition !== 'object' || condition === null || Array.isArray(condition)) return false
  const keys = Object.keys(condition)
  return keys.length > 0 && keys.every((key) => (operatorNames as readonly string[]).includes(key))
}

function parseTest(
  ctx: Context,
  type: ObjectType,
  field: string,
  operator: OperatorName,
  argument: unknown,
): ParsedFilter {
  if (isSystemField(field, type)) {
    if (!systemOperators(field).includes(operator)) throw operatorUnknown(field, operator)
    const parsed = parseSystemArgument(ctx, field, operator, argument)
    return field === 'incomplete'
      ? incompleteTest(ctx, type, { operator, argument: parsed })
      : { type: 'test', field, operator, argument: parsed }
  }
  const verified = verifiedField(type, field)
  if (verified && fieldAccess(ctx, type, verified) !== 'hidden') {
    if (!verifiedOperators.includes(operator)) throw operatorUnknown(field, operator)
    return { type: 'test', field, operator, argument: parseMoment(ctx, field, operator, argument) }
  }
  const bound = fieldOf(type, field)
  if (!operatorsFor(ctx, type, bound).includes(operator)) throw operatorUnknown(bound.field.label[ctx.locale], operator)
  return { type: 'test', field, operator, argument: parseArgument(ctx, bound, operator, argument) }
}

/** Sealed values can only be met whole, by their tail or day of the year, and only where their kind says under which texts. */
export function operatorsOf({ kind, sealed, stored }: BoundField): readonly OperatorName[] {
  if (!stored) return []
  const met = kind.lookups ? ['eq', 'tail', 'withinDays', 'empty'] : ['empty']
  return sealed ? kind.operators.filter((operator) => met.includes(operator)) : kind.operators
}

/** Masked values are met only by what tells whether there is one. */
export function operatorsWith(access: FieldAccess, bound: BoundField): readonly OperatorName[] {
  return access === 'masked' ? operatorsOf(bound).filter((operator) => operator === 'empty') : operatorsOf(bound)
}

/** Hidden values are met by nothing. */
function operatorsFor(ctx: Context, type: ObjectType, bound: BoundField): readonly OperatorName[] {
  const access = fieldAccess(ctx, type, bound)
  if (access === 'hidden') throw unknownField(bound.name)
  return operatorsWith(access, bound)
}

function operatorUnknown(field: string, operator: string): AppError {
  return new AppError(400, 'field.operator_unknown', { params: { field, operator } })
}

function parseArgument(ctx: Context, bound: BoundField, operator: OperatorName, argument: unknown): unknown {
  if (operator === 'empty') return argument === true || argument === 'true'
  if (['in', 'notIn', 'hasAny', 'hasAll'].includes(operator)) {
    if (!Array.isArray(argument) || argument.length > 1_000) throw invalid(ctx, bound, argument)
    return argument.map((item) => parseOne(ctx, bound, operator, item))
  }
  return parseOne(ctx, bound, operator, argument)
}

function parseOne(ctx: Context, bound: BoundField, operator: OperatorName, input: unknown): unknown {
  const { kind, field } = bound
  if (operator === 'contains' || operator === 'startsWith') return String(input).normalize('NFC')
  if (input === 'me' && kind.target?.(field) && ctx.actor.id) return ctx.actor.id
  const parsed =
    kind.parseArgument?.(operator, input, field, ctx.parseEnv()) ?? kind.parse(input, field, ctx.parseEnv())
  if (parsed.problem || parsed.value === null) throw invalid(ctx, bound, input)
  const value = parsed.value
  if (['hasAny', 'hasAll'].includes(operator)) return Array.isArray(value) ? value[0] : value
  return kind.comparable && !kind.parseArgument ? kind.comparable(value) : value
}

function invalid(ctx: Context, bound: BoundField, input: unknown): AppError {
  const params = { field: bound.field.label[ctx.locale], input: JSON.stringify(input)?.slice(0, 100) ?? '' }
  return new AppError(400, 'field.invalid', { params, errors: [{ path: bound.name, code: 'field.invalid', params }] })
}
