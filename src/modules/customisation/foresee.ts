import {
  auditRow,
  authorize,
  type Context,
  countAlike,
  type Foreseen,
  type ForeseenApproval,
  foreseeApproval,
  foreseeIncomplete,
  foreseeNumbers,
  isHiddenNamed,
  type ObjectType,
} from '#kernel'
import { type ClassScheme, classCodeBy, fieldOfPart } from '#shared/class-scheme'
import { approvalOf } from './approvals.ts'
import { refuse, typeNamed } from './check.ts'
import { checkApproval } from './check-approval.ts'
import { checkNeeds } from './check-needs.ts'
import { checkNumberRule } from './check-rule.ts'
import { checkClassRule, readScheme } from './class-rule.ts'
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

const classesShown = 5

type ClassQuestion = { object: string; field: string; scheme: unknown }
type ForeseenClasses = {
  records: number
  changed: number
  examples: { before: string; after: string; count: number }[]
}

/** How many records would be of another class, and the commonest of these; refused as the rule would be. */
export async function foreseeClasses(ctx: Context, { object, field, scheme }: ClassQuestion): Promise<ForeseenClasses> {
  const type = askedBy(ctx, object)
  const wished = checkClassRule(type, field, scheme)
  const standing: ClassScheme = readScheme(type.fields.get(field)?.field.options.scheme) ?? wished
  const fields = [...new Set([...standing.parts, ...wished.parts].map(fieldOfPart))].filter(
    (name) => !isHiddenNamed(ctx, type, name),
  )
  const alike = await countAlike(ctx, type, fields)
  await ctx.kernel.audit.write(auditRow(ctx, { action: 'count', object, fields }))
  const moves = new Map<string, { before: string; after: string; count: number }>()
  for (const { values, count } of alike) {
    const [before, after] = [classCodeBy(standing, values), classCodeBy(wished, values)]
    const key = `${before} ${after}`
    if (before !== after) moves.set(key, { before, after, count: (moves.get(key)?.count ?? 0) + count })
  }
  const sum = (counts: Iterable<{ count: number }>): number => [...counts].reduce((all, { count }) => all + count, 0)
  const examples = [...moves.values()].toSorted((a, b) => b.count - a.count).slice(0, classesShown)
  return { records: sum(alike), changed: sum(moves.values()), examples }
}

/** How many records and changes of late a rule would concern; refused as the rule would be. */
export async function foreseeApprovals(ctx: Context, rule: Record<string, unknown>): Promise<ForeseenApproval> {
  const type = askedBy(ctx, String(rule.object))
  checkApproval(ctx, rule, null)
  const foreseen = await foreseeApproval(ctx, type, approvalOf(rule))
  await ctx.kernel.audit.write(auditRow(ctx, { action: 'count', object: type.name }))
  return foreseen
}

/** Whoever may change rules may ask what they would do. */
function askedBy(ctx: Context, object: string): ObjectType {
  authorize(ctx, ctx.type(fieldRule.name), 'update')
  return typeNamed(ctx, { object })
}
