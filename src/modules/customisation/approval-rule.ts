import { boolean, choice, choices, json, longText, number, references, text } from '#field-types'
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
    superior: boolean({
      label: { zh: '由上级审批', en: 'The superior signs' },
      help: {
        zh: '所在部门或其上级部门的负责人；再往上没有人的，是公司负责人',
        en: 'Who leads the department or the next above it; where nobody does, the head of the company',
      },
      default: false,
    }),
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
        proof: { zh: '凭证（文件或跟进记录）', en: 'Evidence (a file or a follow-up)' },
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
    again: boolean({
      label: { zh: '不等审批，改为二次录入', en: 'Key again instead of approving' },
      help: {
        zh: '变更立即生效，由上述人员之一在看不到原值的情况下再录入一次',
        en: 'The change holds at once, and one of these people keys its values again without seeing them',
      },
      default: false,
    }),
    holds: boolean({
      label: { zh: '录入一致才生效', en: 'Hold it until then' },
      help: {
        zh: '只用于修改：原值继续有效，首次录入的值作为变更申请等待；第二人录入一致即生效，不一致由第三人裁定',
        en: 'For changes alone: what stood goes on to hold, and the first value waits as a change request. It takes effect when the second person keys the same; else a third decides',
      },
      default: false,
    }),
    share: number({
      label: { zh: '二次录入的比例（%）', en: 'Share to key again, in %' },
      help: { zh: '随机抽取；空 = 全部', en: 'Drawn at random; empty = all' },
      integer: true,
      min: 1,
      max: 100,
    }),
    ways: choices({
      label: { zh: '来自', en: 'Entered by way of' },
      help: { zh: '空 = 任何途径', en: 'Empty = any way' },
      choices: {
        page: { zh: '页面', en: 'A page' },
        api: { zh: '接口', en: 'The API' },
        import: { zh: '导入', en: 'An import' },
      },
    }),
    resolver: choice({
      label: { zh: '不一致时由谁裁定', en: 'Who decides where they differ' },
      default: 'third',
      choices: {
        third: { zh: '第三人（负责人或上级）', en: 'A third: the owner or a superior' },
        first: { zh: '首次录入人', en: 'Whoever entered the first' },
      },
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
          'again',
          'holds',
          'share',
          'ways',
          'resolver',
          'note',
        ],
      },
    },
  },
})

export const approvalRulePolicy = definitionPolicy(approvalRule)
