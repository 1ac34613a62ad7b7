import type { Label } from './label.ts'

/** Refusals around what is published. */
export const publicationErrorCodes = {
  'publication.ends_early': {
    zh: '失效日期早于生效日期，请更正其中之一。',
    en: 'It would end before it begins; correct one of the two days.',
  },
  'publication.never_published': {
    zh: '尚未发布过，无需撤下。',
    en: 'It was never published, so there is nothing to withdraw.',
  },
  'publication.not_current': {
    zh: '此版本已不是现行版本，请刷新后阅读新版本。',
    en: 'This is no longer the current version; reload and read that one.',
  },
  'publication.duties_of_nobody': {
    zh: '岗位职责须说明是哪个岗位：请在“面向角色”或“面向自定义角色”中选择。',
    en: 'Duties are those of a post: choose it under “For roles” or “For roles of our own”.',
  },
  'procedure.steps_wrong': {
    zh: '步骤无法识别：请检查名称、角色和字段；只有需核实的字段可以要求核实。',
    en: 'The steps cannot be read: check their names, roles and fields; only fields that are verified can be asked for so.',
  },
  'procedure.steps_of_customers': {
    zh: '有步骤的操作规程须适用于客户，或客户档案上的资料；请在“适用于”中另选，或删去步骤。',
    en: 'A procedure with steps governs customers, or what stands on their files: choose another under “Governs”, or take its steps away.',
  },
  'procedure.starts_with_customers': {
    zh: '只有适用于客户的规程能自动开始办理；请把“办理开始于”改为“由人发起”。',
    en: 'Only procedures that govern customers begin by themselves: let “A case starts” be “By hand”.',
  },
  'procedure.not_here': {
    zh: '此操作规程没有步骤，或不适用于这类资料、此客户所处的阶段。',
    en: 'This procedure has no steps, or is not for such records or the stage of this customer.',
  },
  'procedure.no_file': {
    zh: '这条资料不属于任何客户，无法办理流程；请先填写其客户。',
    en: 'This record belongs to no customer, so no case can be started; give its customer first.',
  },
  'procedure.running': {
    zh: '这条资料已有同一规程正在办理。',
    en: 'A case of this procedure is running for this record already.',
  },
  'procedure.lacking': {
    zh: '此步骤尚未完成：{fields} 未填写或未核实。',
    en: 'This step is not done yet: {fields} is not filled in, or not verified.',
  },
  'procedure.skip_with_reason': {
    zh: '规程步骤的任务不能取消或删除；确需跳过时，请在客户档案的办理中说明理由。',
    en: 'The task of a step is neither dropped nor deleted; to skip the step, say why in the case on the customer’s file.',
  },
  'procedure.step_over': {
    zh: '此步骤已完成或已跳过，请刷新页面。',
    en: 'This step is done or skipped already; reload the page.',
  },
  'procedure.not_yours': {
    zh: '只有此步骤的负责人或可修改此客户档案的人能跳过它。',
    en: 'Only who has the step, or may change the customer’s file, skips it.',
  },
} as const satisfies Record<string, Label>
