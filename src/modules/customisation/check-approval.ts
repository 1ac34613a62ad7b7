import { type Approval, type Context, type ObjectType, type PendingChange, peopleWithDuty, type Values } from '#kernel'
import { keepers } from '#modules/officers'
import { customer } from '#objects'
import type { approvalRule } from './approval-rule.ts'
import { textsIn, wholeShare, writtenSteps } from './approvals.ts'
import { keep, refuse, typeNamed } from './check.ts'
import { checkCase } from './check-needs.ts'

/** Refuses a rule that nothing would fall under, or that nobody could sign. */
export function checkApproval(ctx: Context, values: Values, before: Values | null): void {
  if (before) keep(['object'], values, before)
  const type = typeNamed(ctx, values)
  const { proposal, formless } = type.definition
  if (proposal || formless) refuse('object', 'approval.object_unfit', { object: type.definition.label[ctx.locale] })
  for (const path of ['fields', 'exempt', 'roles'])
    if (values[path] && !isTexts(values[path])) refuse(path, 'approval.list_unfit')
  for (const field of textsIn(values.fields))
    if (!type.fields.get(field)?.stored) refuse('fields', 'request.unknown_field', { field })
  for (const path of ['exempt', 'roles'])
    for (const role of textsIn(values[path]))
      if (!ctx.kernel.roles.has(role)) refuse(path, 'approval.role_unknown', { role })
  if (values.when) checkCase(ctx, type, values.when)
  if (values.superior !== true && !textsIn(values.roles).length && !textsIn(values.people).length)
    refuse('superior', 'approval.nobody_signs')
  checkSteps(ctx, type, values.steps)
  if (values.again === true) checkAgain(type, values)
}

/** What is keyed again is a value of a file that somebody enters, not a file that goes. */
function checkAgain(type: ObjectType, { fields, operations, steps, ...how }: Values): void {
  const named = textsIn(fields)
  if ((type.parent?.object ?? type.name) !== customer.name || !named.length) refuse('fields', 'approval.again_fields')
  for (const field of named) {
    const bound = type.fields.get(field)
    if (!bound || bound.kind.allocated || bound.field.readOnly || bound.field.rollup)
      refuse('fields', 'approval.again_fields')
  }
  if (textsIn(operations).some((one) => one === 'delete' || one === 'restore'))
    refuse('operations', 'approval.again_operations')
  if (Array.isArray(steps) && steps.length) refuse('steps', 'approval.again_steps')
  if (how.holds === true) checkHeld(textsIn(operations), how)
}

/** What waits is compared whole, and decided by somebody third: who made it has nothing to sign. What is new has no file to stand on yet. */
function checkHeld(operations: readonly string[], { share, ways, resolver }: Values): void {
  if (operations.some((one) => one !== 'update')) refuse('operations', 'approval.holds_operations')
  if (typeof share === 'number' && share < wholeShare) refuse('share', 'approval.holds_whole')
  if (textsIn(ways).length) refuse('ways', 'approval.holds_whole')
  if (resolver === 'first') refuse('resolver', 'approval.holds_resolver')
}

function checkSteps(ctx: Context, type: ObjectType, value: unknown): void {
  const steps = writtenSteps(value) ?? refuse('steps', 'approval.list_unfit')
  for (const { superior, roles, people, when } of steps) {
    if (!superior && !roles.length && !people.length) refuse('steps', 'approval.nobody_signs')
    for (const role of roles) if (!ctx.kernel.roles.has(role)) refuse('steps', 'approval.role_unknown', { role })
    if (when) checkCase(ctx, type, when)
  }
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.length <= 200 && value.every((one) => typeof one === 'string')
}

const deciders = [...keepers, 'settings'] as const

/** What holds back is changed or ended by two, as soon as the house has a second who may decide; to hold back more waits for nobody. */
export async function approvalOfRules(ctx: Context, { operation, fields }: PendingChange): Promise<Approval | null> {
  if (operation === 'create' || operation === 'restore') return null
  if (operation === 'update' && fields.every((field) => toldAlone.has(field))) return null
  const others = (await peopleWithDuty(ctx, deciders)).filter(({ id }) => id !== ctx.actor.id)
  return others.length ? { duties: deciders } : 'alone'
}

/** What nobody is held back by. */
const toldAlone = new Set<string>(['name', 'note'] satisfies (keyof typeof approvalRule.fields)[])
