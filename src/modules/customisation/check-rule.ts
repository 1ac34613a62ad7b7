import { z } from 'zod'
import { type Context, checkFilter, type ObjectType, type Values } from '#kernel'
import type { Filter } from '#shared/filter'
import { dateParts, type NumberRule, problemOfRule, resets } from '#shared/number-rule'
import { isEditableList, refuse, typeNamed } from './check.ts'

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
    await refuseSecond(ctx, { object: type.name, field: bound.name }, id)
    return
  }
  if (values.rule === 'order') {
    if (!isEditableList(type, bound)) refuse('field', 'definition.not_a_list', { name: bound.name })
    if (!isOrder(values.parts)) refuse('parts', 'definition.order_missing')
    return
  }
  // Parsing refuses what is not a filter of this object.
  if (values.when) checkFilter(ctx, type, values.when as Filter)
}

function isOrder(parts: unknown): boolean {
  return Array.isArray(parts) && parts.length <= 500 && parts.every((value) => typeof value === 'string')
}

/** A rule that could give two files one number would stop new files from being made. */
function checkNumberRule(type: ObjectType, parts: unknown): void {
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
}

/** Everybody who sees a file sees its number: nothing that some may not see goes into it. */
function isShowable(bound: ObjectType['stored'][number] | undefined, kind: string): boolean {
  return bound?.kind.name === kind && bound.stored && !bound.sealed && bound.field.level === 1
}

/** Of two rules for one field nobody could say which holds. */
async function refuseSecond(
  ctx: Context,
  { object, field }: { object: string; field: string },
  id: string,
): Promise<void> {
  const where = { object, field, rule: 'number' }
  const { items } = await ctx.recordsNamed('field_rule').list({ where, limit: 2, uncounted: true })
  if (items.some((other) => other.id !== id)) refuse('field', 'number.second_rule')
}
