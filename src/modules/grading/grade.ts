import { localDate } from '#field-types'
import { type Context, survey } from '#kernel'
import { customer } from '#objects'
import { AppError } from '#shared/app-error'
import type { Filter } from '#shared/filter'
import { ruleException } from './rule-exception.ts'
import { type GradedField, valueRule } from './value-rule.ts'

export type Rule = { id: string; name: string; field: GradedField; value: string; when: Filter; position: number }

/** Few enough that a step of the work ends soon. */
const batchSize = 200

/** Where a walk through the rules and their customers stands. */
export type GradingPlace = { rule: number; after: string | null; done: number }

/** The rules in force, in the order in which they are tried. */
export async function rulesInForce(ctx: Context): Promise<Rule[]> {
  const { items } = await ctx
    .asSystem('grading')
    .records(valueRule)
    .list({ where: { active: true }, sort: 'position,createdAt', limit: 200, uncounted: true })
  return items.map(({ id, values }) => ruleOf({ ...values, id }))
}

export function ruleOf({ id, name, field, value, when, position }: Record<string, unknown>): Rule {
  return {
    id: String(id ?? ''),
    name: String(name ?? ''),
    // What stands there was checked when the rule was written.
    field: field as GradedField,
    value: String(value),
    when: (when ?? {}) as Filter,
    position: Number(position ?? 100),
  }
}

/** Customers of whom a rule decides: its case, and none of a rule before it. */
export function decidedBy(rule: Rule, rules: readonly Rule[]): Filter {
  const before = rules.slice(0, Math.max(rules.indexOf(rule), 0)).filter(({ field }) => field === rule.field)
  return { and: [rule.when, ...before.map(({ when }) => ({ not: when }))] }
}

/** Gives the next customers the value that the rules say; `ids`: among these alone. Null: all are through. */
export async function gradeSome(
  ctx: Context,
  { rule: at, after, done }: GradingPlace,
  ids?: readonly string[],
): Promise<GradingPlace | null> {
  const rules = await rulesInForce(ctx)
  const rule = rules[at]
  if (!rule) return null
  const among: Filter[] = ids ? [{ id: { in: [...ids] } }] : []
  const wrong: Filter = { or: [{ [rule.field]: { ne: rule.value } }, { [rule.field]: { empty: true } }] }
  const found = await survey(ctx, ctx.type(customer.name), {
    where: { and: [decidedBy(rule, rules), wrong, ...among] },
    fields: [rule.field],
    after: after ?? undefined,
  })
  const some = found.slice(0, batchSize)
  const excepted = await exceptedAmong(
    ctx,
    rule.field,
    some.map(({ id }) => id),
  )
  for (const { id } of some) if (!excepted.has(id)) await grade(ctx, id, rule)
  if (found.length > batchSize) return { rule: at, after: some.at(-1)?.id ?? null, done: done + some.length }
  return { rule: at + 1, after: null, done: done + some.length }
}

/** All of it at once, for as many as have changed of late. */
export async function gradeAll(ctx: Context, ids?: readonly string[]): Promise<void> {
  let place: GradingPlace | null = { rule: 0, after: null, done: 0 }
  while (place) {
    const from: GradingPlace = place
    place = await ctx.transaction((tx) => gradeSome(tx, from, ids))
  }
}

/** A customer that cannot have the value, such as for a field it would then require, stays as it is: the others do not wait for it. */
async function grade(ctx: Context, id: string, { field, value, name }: Rule): Promise<void> {
  try {
    await ctx
      .asSystem('grading')
      .records(customer)
      .update(id, { [field]: value }, { reason: name })
  } catch (error) {
    if (!(error instanceof AppError) || error.status >= 500) throw error
  }
}

/** Those of some customers whose field somebody grades by hand today. */
export async function exceptedAmong(
  ctx: Context,
  field: GradedField,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (!ids.length) return new Set()
  const today = localDate(ctx.now(), ctx.kernel.settings.timeZone)
  const { items } = await ctx
    .asSystem('grading')
    .records(ruleException)
    .list({ where: { customer: { in: [...ids] }, field, until: { gte: today } }, limit: 200, uncounted: true })
  return new Set(items.map(({ values }) => String(values.customer)))
}
