import { choice, longText, reference, text, user } from '#field-types'
import { defineObject, definePolicy } from '#kernel'

/** What a review found on a file. A value proposed for it stands, sealed, in its change request alone. */
export const reviewFinding = defineObject({
  name: 'review_finding',
  label: { zh: '审查问题', en: 'Finding' },
  icon: 'flag',
  title: 'field',
  custody: { type: 'child', of: 'customer', people: ['reviewer'] },
  fields: {
    customer: reference('customer', { label: { zh: '客户', en: 'Customer' }, required: true, readOnly: true }),
    item: reference('review_item', {
      label: { zh: '档案审查', en: 'Review of a file' },
      readOnly: true,
      indexed: true,
    }),
    round: reference('review_round', {
      label: { zh: '审查批次', en: 'Review round' },
      readOnly: true,
      indexed: true,
    }),
    reviewer: user({ label: { zh: '审查人', en: 'Reviewer' }, required: true, readOnly: true }),
    field: text({ label: { zh: '字段', en: 'Field' }, max: 80, readOnly: true }),
    kind: choice({
      label: { zh: '问题类型', en: 'Kind' },
      required: true,
      readOnly: true,
      choices: {
        wrong: { zh: '错误', en: 'Wrong', colour: 'red' },
        missing: { zh: '缺失', en: 'Missing', colour: 'amber' },
        duplicate: { zh: '重复', en: 'Duplicate', colour: 'violet' },
        outdated: { zh: '过时', en: 'Outdated', colour: 'amber' },
        unneeded: { zh: '不再需要', en: 'Not needed', colour: 'grey' },
      },
    }),
    note: longText({ label: { zh: '说明', en: 'Note' } }),
    twin: reference('customer', { label: { zh: '与之重复的客户', en: 'Duplicate of' }, readOnly: true }),
    request: reference('change_request', {
      label: { zh: '变更申请', en: 'Change request' },
      readOnly: true,
      indexed: true,
    }),
    state: choice({
      label: { zh: '处理状态', en: 'State' },
      required: true,
      default: 'open',
      choices: {
        open: { zh: '待处理', en: 'Open', colour: 'blue' },
        waiting: { zh: '更正待审批', en: 'Correction waits', colour: 'amber' },
        corrected: { zh: '已更正', en: 'Corrected', colour: 'green' },
        refused: { zh: '不予更正', en: 'Not to be corrected', colour: 'grey' },
      },
    }),
  },
  views: {
    list: ['customer', 'field', 'kind', 'state', 'reviewer', 'round', 'request'],
    head: ['kind', 'state', 'reviewer'],
    form: {
      basics: {
        label: { zh: '审查问题', en: 'Finding' },
        fields: ['customer', 'field', 'kind', 'note', 'twin', 'state', 'request', 'reviewer', 'item', 'round'],
      },
    },
  },
})

const never = (): boolean => false

/** Made by a review. How it ends, its change request says; without one, whoever may work on the file. */
export const reviewFindingPolicy = definePolicy(reviewFinding, 'parts', {
  create: never,
  delete: never,
  import: never,
})
