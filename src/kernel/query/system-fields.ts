import { AppError } from '#shared/app-error'
import type { OperatorName } from '#shared/filter'
import type { Context } from '../context.ts'
import type { Column } from '../object/bound-field.ts'
import { readMoment } from '../object/moment.ts'

/** Facts that every record carries and lists can filter and sort by. */
const systemFields: Readonly<Record<string, Column>> = {
  id: { name: 'id', type: 'uuid' },
  version: { name: 'version', type: 'integer' },
  createdAt: { name: 'created_at', type: 'timestamptz' },
  createdBy: { name: 'created_by', type: 'uuid' },
  updatedAt: { name: 'updated_at', type: 'timestamptz' },
  updatedBy: { name: 'updated_by', type: 'uuid' },
  importId: { name: 'import_id', type: 'uuid' },
  importRow: { name: 'import_row', type: 'integer' },
  incomplete: { name: 'incomplete', type: 'text[]' },
}

/** Only records that somebody holds can be incomplete. */
export function isSystemField(name: string, { guarded }: { guarded: boolean }): boolean {
  return Object.hasOwn(systemFields, name) && (guarded || name !== 'incomplete')
}

export function systemColumn(name: string, type: { guarded: boolean }): Column | undefined {
  return isSystemField(name, type) ? systemFields[name] : undefined
}

/** The facts by which an object's records are filtered and sorted beside their fields. */
export function systemFieldsOf(type: {
  guarded: boolean
}): readonly { name: string; operators: readonly OperatorName[]; sortable: boolean }[] {
  return Object.entries(systemFields)
    .filter(([name]) => isSystemField(name, type))
    .map(([name, column]) => ({ name, operators: systemOperators(name), sortable: isOrdered(column) }))
}

/** A list of names has no order that would tell anything but what stands in it. */
export function isOrdered({ type }: Column): boolean {
  return !type.endsWith('[]')
}

export function systemOperators(name: string): readonly OperatorName[] {
  switch (systemFields[name]?.type) {
    case 'uuid':
      return ['eq', 'ne', 'in', 'notIn', 'empty']
    case 'text[]':
      return ['hasAny', 'hasAll', 'empty']
    default:
      return ['eq', 'ne', 'lt', 'lte', 'gt', 'gte', 'empty']
  }
}

const uuidForm = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

export function isUuid(text: unknown): text is string {
  return typeof text === 'string' && uuidForm.test(text)
}

export function parseSystemArgument(ctx: Context, name: string, operator: OperatorName, input: unknown): unknown {
  if (operator === 'empty') return input === true || input === 'true'
  if (Array.isArray(input)) return input.map((item) => parseSystemValue(ctx, name, operator, item))
  return parseSystemValue(ctx, name, operator, input)
}

/** The argument of a test of a moment that no column of the record holds. */
export function parseMoment(ctx: Context, field: string, operator: OperatorName, input: unknown): unknown {
  if (operator === 'empty') return input === true || input === 'true'
  const { value } = readMoment(ctx, input, operator)
  if (typeof value === 'string') return value
  throw invalid(field, input)
}

function parseSystemValue(ctx: Context, name: string, operator: OperatorName, input: unknown): unknown {
  const type = systemFields[name]?.type
  if (type === 'uuid') {
    if (input === 'me' && ctx.actor.id) return ctx.actor.id
    if (isUuid(input)) return input
  } else if (type === 'timestamptz') {
    const { value } = readMoment(ctx, input, operator)
    if (typeof value === 'string') return value
  } else if (type === 'integer' && Number.isInteger(input)) return input
  else if (type === 'text[]' && typeof input === 'string') return input
  throw invalid(name, input)
}

function invalid(field: string, input: unknown): AppError {
  return new AppError(400, 'field.invalid', { params: { field, input: JSON.stringify(input)?.slice(0, 100) ?? '' } })
}
