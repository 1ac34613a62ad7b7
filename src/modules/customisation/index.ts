import {
  buildDefinitions,
  type Context,
  defineModule,
  type Fields,
  type Follower,
  type Hooks,
  type ObjectDefinition,
} from '#kernel'
import { approvalRule, approvalRulePolicy } from './approval-rule.ts'
import { checkField, checkItem, checkObject } from './check.ts'
import { approvalOfRules, checkApproval } from './check-approval.ts'
import { checkLayout } from './check-layout.ts'
import { checkRule } from './check-rule.ts'
import { checkSwitch } from './check-switch.ts'
import { checkView } from './check-view.ts'
import { customField, customFieldPolicy } from './custom-field.ts'
import { customObject, customObjectPolicy } from './custom-object.ts'
import { dropRemovedFields } from './drop-removed-fields.ts'
import { fieldRule, fieldRulePolicy } from './field-rule.ts'
import { followSwitch } from './follow-switch.ts'
import { layout, layoutPolicy } from './layout.ts'
import { markAfterField, markAfterRule, markJob } from './mark-job.ts'
import { moduleSwitch, moduleSwitchPolicy } from './module-switch.ts'
import { readDefinitions } from './read-definitions.ts'
import { valueListItem, valueListItemPolicy } from './value-list-item.ts'

/** Tables first, then the record that names them commits: a column too many harms nobody, a missing one would. */
async function define(ctx: Context): Promise<void> {
  const system = ctx.asSystem('read definitions')
  const registry = await system.transaction(async (tx) => buildDefinitions(ctx.kernel, await readDefinitions(tx)))
  await ctx.kernel.define(registry, 'before')
  ctx.tx?.committed.push(() => ctx.kernel.define(registry, 'after'))
}

/** The same where more follows than the definitions alone. */
function defineThen<F extends Fields>({ fields }: ObjectDefinition<F>, then: Follower['follow']): Follower {
  return {
    fields: Object.keys(fields),
    follow: async (ctx, write) => {
      await define(ctx)
      await then(ctx, write)
    },
  }
}

/** Objects, fields, value lists, rules and layouts that a company makes for itself, at run time. */
export const customisation = defineModule({
  name: 'customisation',
  label: { zh: '自定义', en: 'Customisation' },
  objects: [customObject, customField, valueListItem, fieldRule, approvalRule, layout, moduleSwitch],
  policies: [
    customObjectPolicy,
    customFieldPolicy,
    valueListItemPolicy,
    fieldRulePolicy,
    approvalRulePolicy,
    layoutPolicy,
    moduleSwitchPolicy,
    // Custom objects have no policy of their own yet.
    { object: '*', area: 'custom', limits: {} },
  ],
  hooks: {
    custom_object: { prepare: checkObject, written: { follow: define } },
    custom_field: { prepare: checkField, written: defineThen(customField, markAfterField) },
    value_list_item: { prepare: (ctx, values) => checkItem(ctx, values), written: { follow: define } },
    saved_view: { prepare: checkView },
    field_rule: { prepare: checkRule, written: defineThen(fieldRule, markAfterRule) },
    approval_rule: {
      prepare: checkApproval,
      approval: approvalOfRules,
      asks: ['update', 'delete'],
      written: { follow: define },
    },
    layout: { prepare: checkLayout, written: { follow: define } },
    module_switch: { prepare: checkSwitch, written: defineThen(moduleSwitch, followSwitch) },
  } satisfies Record<string, Hooks>,
  jobs: [markJob],
  customise: readDefinitions,
  maintain: dropRemovedFields,
})

export { foreseeApprovals, foreseeClasses, foreseeNeeds, nextNumbers } from './foresee.ts'
export { foreseeSwitch, modulesInHouse } from './modules-in-house.ts'
