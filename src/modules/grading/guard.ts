import { type Context, checkFilter, holdsOf, type Values } from '#kernel'
import { customer } from '#objects'
import { AppError } from '#shared/app-error'
import type { ErrorCode, ErrorParams } from '#shared/error-codes'
import type { Filter } from '#shared/filter'
import { exceptedAmong, rulesInForce } from './grade.ts'
import { type GradedField, gradedFields } from './value-rule.ts'

const names = Object.keys(gradedFields) as GradedField[]

/** What a rule says of a customer is not changed by hand, unless somebody has said why it is otherwise there. */
export async function guardGraded(
  ctx: Context,
  values: Values,
  before: Values | null,
  { id }: { id: string },
): Promise<void> {
  if (!before || ctx.systemReason) return
  const changed = names.filter((field) => values[field] !== before[field])
  if (!changed.length) return
  const type = ctx.type(customer.name)
  const rules = (await rulesInForce(ctx)).filter(({ field }) => changed.includes(field))
  for (const field of changed) {
    const rule = rules.find((one) => one.field === field && holdsOf(ctx, type, one.when, values))
    if (!rule || rule.value === values[field]) continue
    if ((await exceptedAmong(ctx, field, [id])).has(id)) continue
    refuse(field, 'grading.by_rule', { field: gradedFields[field][ctx.locale], rule: rule.name })
  }
}

/** Refuses a rule that nothing would fall under, or a value that the field does not know. */
export function checkValueRule(ctx: Context, values: Values): void {
  const type = ctx.type(customer.name)
  const bound = type.fields.get(String(values.field))
  const choices = (bound?.field.options.choices ?? []) as readonly { value: string }[]
  if (!choices.some(({ value }) => value === values.value))
    refuse('value', 'grading.value_unknown', { value: String(values.value) })
  if (typeof values.when !== 'object' || values.when === null || !Object.keys(values.when).length)
    refuse('when', 'grading.no_case')
  const when = values.when as Filter
  checkFilter(ctx, type, when)
  // A rule of what it fills would turn about itself.
  if (JSON.stringify(when).includes(`"${String(values.field)}"`)) refuse('when', 'grading.of_itself')
}

function refuse(path: string, code: ErrorCode, params: ErrorParams = {}): never {
  throw new AppError(422, code, { params, errors: [{ path, code, params }] })
}
