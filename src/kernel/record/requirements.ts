import type { FieldError } from '#shared/app-error'
import type { Filter } from '#shared/filter'
import { testFilter } from '#shared/filter-test'
import { comparableOf } from '../access/scope.ts'
import type { Context } from '../context.ts'
import type { ObjectType } from '../object/object-type.ts'
import { parseRule } from '../query/parse-filter.ts'

export function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
}

/** Whether the case of a rule holds of a record with these values. */
export function holdsOf(ctx: Context, type: ObjectType, when: Filter, values: Record<string, unknown>): boolean {
  return testFilter(parseRule(ctx, type, when), (name) => comparableOf(type, name, values))
}

/** Fields that the record lacks though its case requires them; one rule for page, API and import. */
export function missingFields(ctx: Context, type: ObjectType, values: Record<string, unknown>): string[] {
  const always = type.stored.filter(({ field, kind }) => field.required && !kind.allocated).map(({ name }) => name)
  const byCase = type.requirements
    .filter(({ need, when }) => {
      if (need !== 'required') return false
      return !when || holdsOf(ctx, type, when, values)
    })
    .map(({ field }) => field)
  return [...new Set([...always, ...byCase])].filter((name) => isEmpty(values[name]))
}

/** No record exists without these, whatever marks it as incomplete. */
export function absolutelyMissing(type: ObjectType, values: Record<string, unknown>): string[] {
  return type.stored
    .filter(({ field, kind, name }) => field.required && !kind.allocated && isEmpty(values[name]))
    .map(({ name }) => name)
}

export function requiredErrors(ctx: Context, type: ObjectType, names: readonly string[]): FieldError[] {
  return names.map((name) => ({
    path: name,
    code: 'field.required',
    params: { field: type.fields.get(name)?.field.label[ctx.locale] ?? name },
  }))
}

/** Whether somebody has answered of a missing field that its value cannot be found out: it was missing before, and not open. */
export function isAnswered(
  type: ObjectType,
  field: string,
  { missingBefore, open }: { missingBefore: readonly string[]; open: readonly string[] },
): boolean {
  const isAsked = type.fields.get(field)?.field.verify !== undefined
  return isAsked && missingBefore.includes(field) && !open.includes(field)
}
