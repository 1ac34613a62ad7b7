import { type Approval, type Context, type ObjectType, type PendingChange, peopleWithDuty, type Values } from '#kernel'
import { keepers } from '#modules/officers'
import type { approvalRule } from './approval-rule.ts'
import { textsIn, writtenSteps } from './approvals.ts'
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
