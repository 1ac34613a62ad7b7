import { z } from 'zod'
import type { Context, ObjectType, Values } from '#kernel'
import { dateParts, type NumberRule, problemOfRule, resets } from '#shared/number-rule'
import { isEditableList, isShowable, refuse, typeNamed } from './check.ts'
import { checkNeedRule } from './check-needs.ts'
import { checkClassRule } from './class-rule.ts'
import { checkVerifyRule } from './verify-rule.ts'

const part = z.union([
  z.strictObject({ text: z.string() }),
  z.strictObject({ date: z.enum(dateParts) }),
  z.strictObject({ field: z.string(), texts: z.record(z.string(), z.string()).optional() }),
  z.strictObject({ region: z.string(), digits: z.union([z.literal(2), z.literal(4), z.literal(6)]) }),
  z.strictObject({ sequence: z.number(), reset: z.array(z.enum(resets)).optional() }),
])
const numberRule = z.array(part).min(1).max(12)

export async function checkRule(
  ctx: Context,
  values: Values,
  _before: Values | null,
  { id }: { id: string },
): Promise<void> {
  const type = typeNamed(ctx, values)
  const bound =
    type.fields.get(String(values.field)) ?? refuse('field', 'request.unknown_field', { field: String(values.field) })
  if (values.rule === 'number') {
    if (!bound.kind.allocated) refuse('field', 'number.not_allocated')
    checkNumberRule(type, values.parts)
    await refuseSecond(ctx, { object: type.name, field: bound.name, rule: 'number' }, id)
    return
  }
  if (values.rule === 'class') {
    checkClassRule(type, bound.name, values.parts)
    await refuseSecond(ctx, { object: type.name, field: bound.name, rule: 'class' }, id)
    return
  }
  if (values.rule === 'order') {
    if (!isEditableList(type, bound)) refuse('field', 'definition.not_a_list', { name: bound.name })
    if (!isOrder(values.parts)) refuse('parts', 'definition.order_missing')
    return
  }
  if (values.rule === 'verify') {
    checkVerifyRule(ctx, type, { field: bound.name, parts: values.parts })
    await refuseSecond(ctx, { object: type.name, field: bound.name, rule: 'verify' }, id)
    return
  }
  checkNeedRule(ctx, type, values)
  // Beside a rule with all cases of the field, another one would say nothing.
  await refuseSecond(ctx, { object: type.name, field: bound.name, rule: 'needs' }, id)
}

function isOrder(parts: unknown): boolean {
  return Array.isArray(parts) && parts.length <= 500 && parts.every((value) => typeof value === 'string')
}

/** A rule that could give two files one number would stop new files from being made. */
export function checkNumberRule(type: ObjectType, parts: unknown): NumberRule {
  const read = numberRule.safeParse(parts)
  if (!read.success) refuse('parts', 'number.part_unknown')
  const rule: NumberRule = read.data
  const problem = problemOfRule(rule)
  if (problem) refuse('parts', problem)
  for (const one of rule) {
    if ('field' in one && !isShowable(type.fields.get(one.field), 'choice'))
      refuse('parts', 'number.field_unfit', { field: one.field })
    if ('region' in one && !isShowable(type.fields.get(one.region), 'region'))
      refuse('parts', 'number.field_unfit', { field: one.region })
  }
  return rule
}

/** Of two rules for one field nobody could say which holds. */
async function refuseSecond(
  ctx: Context,
  where: { object: string; field: string; rule: keyof typeof secondOf },
  id: string,
): Promise<void> {
  const { items } = await ctx.recordsNamed('field_rule').list({ where, limit: 2, uncounted: true })
  if (items.some((other) => other.id !== id)) refuse('field', secondOf[where.rule])
}

const secondOf = {
  number: 'number.second_rule',
  needs: 'need.second_rule',
  class: 'class.second_rule',
  verify: 'verification.second_rule',
} as const
