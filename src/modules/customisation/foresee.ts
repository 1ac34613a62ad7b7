import {
  auditRow,
  authorize,
  type Context,
  type Foreseen,
  foreseeIncomplete,
  foreseeNumbers,
  type ObjectType,
} from '#kernel'
import { refuse, typeNamed } from './check.ts'
import { checkNeeds } from './check-needs.ts'
import { checkNumberRule } from './check-rule.ts'
import { fieldRule } from './field-rule.ts'
import { markingOf } from './mark-job.ts'
import { readNeeds } from './needs.ts'

const numbersShown = 3

type NumberQuestion = { object: string; field: string; parts: unknown; values: Record<string, string | null> }

/** The next numbers that a rule would give to a record like this one; refused as the rule would be. */
export async function nextNumbers(ctx: Context, { object, field, parts, values }: NumberQuestion): Promise<string[]> {
  const type = askedBy(ctx, object)
  const bound = type.fields.get(field) ?? refuse('field', 'request.unknown_field', { field })
  if (!bound.kind.allocated) refuse('field', 'number.not_allocated')
  const rule = checkNumberRule(type, parts)
  await ctx.kernel.audit.write(auditRow(ctx, { action: 'count', object, fields: [field] }))
  return foreseeNumbers(ctx, { type, field, rule, values }, numbersShown)
}

export type ForeseenNeeds = Foreseen & { marking: Awaited<ReturnType<typeof markingOf>> }

/** What the needs of some fields, as they would be, do to the records that there are; `fields`: none = as they are. */
export async function foreseeNeeds(
  ctx: Context,
  { object, fields }: { object: string; fields: Record<string, unknown> },
): Promise<ForeseenNeeds> {
  const type = askedBy(ctx, object)
  const given = Object.entries(fields).flatMap(([field, parts]) => {
    const needs = readNeeds(parts) ?? refuse('parts', 'need.unknown')
    checkNeeds(ctx, type, { field, needs })
    return needs.map((each) => ({ field, ...each }))
  })
  const requirements = [...type.requirements.filter(({ field }) => !(field in fields)), ...given]
  const foreseen = await foreseeIncomplete(ctx, type, { ...type, requirements })
  await ctx.kernel.audit.write(auditRow(ctx, { action: 'count', object, fields: Object.keys(foreseen.lacking) }))
  return { ...foreseen, marking: await markingOf(ctx, object) }
}

/** Whoever may change rules may ask what they would do. */
function askedBy(ctx: Context, object: string): ObjectType {
  authorize(ctx, ctx.type(fieldRule.name), 'update')
  return typeNamed(ctx, { object })
}
