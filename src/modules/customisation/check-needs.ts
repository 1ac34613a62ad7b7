import { type Context, checkFilter, type ObjectType, type Values } from '#kernel'
import type { Filter } from '#shared/filter'
import { refuse } from './check.ts'
import { type Need, namesIn, readNeeds } from './needs.ts'

type Bound = ObjectType['stored'][number]

/** Refuses what would stop every new record, or would change nothing: a need of what nobody fills, and of what nothing is made without. */
export function checkNeeds(
  ctx: Context,
  type: ObjectType,
  { field, needs }: { field: string; needs: readonly Need[] },
): void {
  const bound = type.fields.get(field) ?? refuse('field', 'request.unknown_field', { field })
  const named = { field: bound.field.label[ctx.locale] }
  if (bound.field.required) refuse('field', 'need.always', named)
  if (needs.length > 0 && !isFilled(bound)) refuse('field', 'need.not_filled', named)
  for (const { when } of needs) if (when) checkCase(ctx, type, when)
}

/** The product fills some fields by itself, at times only after a record was checked. */
function isFilled({ stored, kind, field }: Bound): boolean {
  return stored && !kind.allocated && !field.readOnly && !field.rollup
}

/** Parsing refuses what is not a filter of this object. */
export function checkCase(ctx: Context, type: ObjectType, given: unknown): void {
  // Parsing looks at each of its keys.
  const when = given as Filter
  checkFilter(ctx, type, when)
  for (const name of namesIn(when)) if (!type.fields.get(name)?.stored) refuse('when', 'need.case_unfit', { name })
}

export function checkNeedRule(ctx: Context, type: ObjectType, values: Values): void {
  const needs = values.rule === 'needs' ? readNeeds(values.parts) : singleOf(values)
  if (!needs) refuse('parts', 'need.unknown')
  checkNeeds(ctx, type, { field: String(values.field), needs })
}

function singleOf({ rule, when }: Values): readonly Need[] {
  if (rule !== 'required' && rule !== 'recommended') return []
  return [{ need: rule, ...(when ? { when: when as Filter } : {}) }]
}
