import { boolean, choices, json, longText, number, references, text } from '#field-types'
import { defineObject } from '#kernel'
import { definitionPolicy, proposedOperations } from '#objects'

/** Which changes of an object wait for somebody else, and for whom. */
export const approvalRule = defineObject({
  name: 'approval_rule',
  label: { zh: '审批规则', en: 'Approval rule' },
  icon: 'shield-check',
  title: 'name',
  configures: true,
  custody: { type: 'shared' },
  fields: {
    object: text({ label: { zh: '对象', en: 'Object' }, max: 60, required: true }),
    name: text({ label: { zh: '规则名称', en: 'Name' }, max: 60, required: true }),
    operations: choices({
      label: { zh: '操作', en: 'Operations' },
      required: true,
      choices: proposedOperations,
    }),
    fields: json({
      label: { zh: '字段', en: 'Fields' },
      help: {
        zh: '新建或修改其中之一时适用；空 = 任何字段',
        en: 'When one of them is set or changed; empty = any field',
      },
    }),
    when: json({
      label: { zh: '适用条件', en: 'Case' },
      help: { zh: '变更前或变更后符合即适用；空 = 总是', en: 'Before or after the change; empty = always' },
    }),
    exempt: json({
      label: { zh: '免审批的角色', en: 'Roles without approval' },
      help: { zh: '担任其中之一的人自己修改无须审批', en: 'Holders change such things without a second person' },
    }),
    superior: boolean({ label: { zh: '由上级审批', en: 'The superior signs' }, default: false }),
    roles: json({ label: { zh: '由角色审批', en: 'Roles that sign' } }),
    people: references('user', { label: { zh: '由指定的人审批', en: 'People who sign' } }),
    all: boolean({
      label: { zh: '须全部签署', en: 'All of them sign' },
      help: {
        zh: '上级、每个角色的一人、每位指定的人都要签署；否则任一人即可',
        en: 'The superior, one of each role and each person named; otherwise any one of them',
      },
      default: false,
    }),
    steps: json({
      label: { zh: '后续步骤', en: 'Further steps' },
      help: { zh: '依次签署，最后一步通过后生效', en: 'One after the other; in force after the last' },
    }),
    needs: choices({
      label: { zh: '申请须写明', en: 'The request has to give' },
      help: { zh: '缺一即不能提交；空 = 由申请人决定', en: 'Refused without; empty = as its maker likes' },
      choices: {
        reason: { zh: '理由', en: 'Reason' },
        source: { zh: '来源', en: 'Source' },
        files: { zh: '凭证文件', en: 'A file as evidence' },
      },
    }),
    days: number({
      label: { zh: '审批期限（工作日）', en: 'Working days to decide' },
      help: {
        zh: '到期前提醒，逾期请审批人的上级参与；空 = 无期限',
        en: 'Reminded before, superiors of those who sign are called in after; empty = no deadline',
      },
      integer: true,
      min: 1,
      max: 250,
    }),
    note: longText({ label: { zh: '说明', en: 'Note' } }),
  },
  views: {
    list: ['name', 'object', 'operations', 'superior', 'people'],
    form: {
      basics: {
        label: { zh: '审批规则', en: 'Approval rule' },
        fields: [
          'object',
          'name',
          'operations',
          'fields',
          'when',
          'exempt',
          'superior',
          'roles',
          'people',
          'all',
          'steps',
          'needs',
          'days',
          'note',
        ],
      },
    },
  },
})

export const approvalRulePolicy = definitionPolicy(approvalRule)
