import { auditRow, authorize, type Context } from '#kernel'
import { customer } from '#objects'
import { decidedBy, ruleOf, rulesInForce } from './grade.ts'
import { checkValueRule } from './guard.ts'
import { valueRule } from './value-rule.ts'

export type ForeseenGrading = {
  records: number
  /** Of whom the rule would decide. */
  matching: number
  /** Their values now, where these would change; null: none yet. */
  moves: { before: string | null; count: number }[]
}

/** What a rule would do to the customers that there are, in its place among the others; refused as the rule would be. */
export async function foreseeGrading(ctx: Context, asked: Record<string, unknown>): Promise<ForeseenGrading> {
  authorize(ctx, ctx.type(valueRule.name), 'update')
  checkValueRule(ctx, asked)
  const rule = ruleOf(asked)
  const others = (await rulesInForce(ctx)).filter(({ id }) => id !== rule.id)
  const at = others.findIndex(({ position }) => position > rule.position)
  const rules = at < 0 ? [...others, rule] : [...others.slice(0, at), rule, ...others.slice(at)]
  const customers = ctx.asSystem('grading foreseen').recordsNamed(customer.name)
  const { groups } = await customers.groupBy(rule.field, { where: decidedBy(rule, rules) })
  const all = await customers.groupBy(undefined, {})
  await ctx.kernel.audit.write(auditRow(ctx, { action: 'count', object: customer.name, fields: [rule.field] }))
  const counted = groups.map(({ value, count }) => ({ before: typeof value === 'string' ? value : null, count }))
  return {
    records: all.groups[0]?.count ?? 0,
    matching: counted.reduce((sum, { count }) => sum + count, 0),
    moves: counted.filter(({ before }) => before !== rule.value),
  }
}
