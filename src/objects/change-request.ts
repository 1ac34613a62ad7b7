import { choice, date, dateTime, files, longText, number, reference, references, text, user } from '#field-types'
import { defineObject, definePolicy } from '#kernel'
import { proposedOperations } from './value-lists.ts'

/** A change that waits for a second person, or has been decided on. What it would change is kept beside it, sealed. */
export const changeRequest = defineObject({
  name: 'change_request',
  label: { zh: '变更申请', en: 'Change request' },
  icon: 'git-pull-request',
  title: 'subject',
  navigation: true,
  custody: { type: 'about', object: 'object', record: 'record', by: 'proposer' },
  proposal: {
    subject: 'subject',
    object: 'object',
    record: 'record',
    operation: 'operation',
    state: 'state',
    grounds: 'grounds',
    source: 'source',
    evidence: 'files',
    awaits: 'awaits',
    due: 'due',
    pace: 'pace',
    talk: 'talk',
    asker: 'asker',
    handedTo: 'handedTo',
    proposer: 'proposer',
    decider: 'decider',
    decidedAt: 'decidedAt',
    verdict: 'verdict',
    whole: 'whole',
    parts: 'parts',
  },
  fields: {
    subject: text({ label: { zh: '标题', en: 'Subject' }, max: 200, search: 'A' }),
    object: text({ label: { zh: '对象', en: 'Object' }, max: 80, required: true }),
    record: text({ label: { zh: '记录编号', en: 'Record' }, max: 36, required: true, indexed: true }),
    operation: choice({
      label: { zh: '操作', en: 'Operation' },
      required: true,
      choices: { ...proposedOperations, merge: { zh: '合并', en: 'Merge' } },
    }),
    state: choice({
      label: { zh: '状态', en: 'State' },
      required: true,
      indexed: true,
      choices: {
        pending: { zh: '待审批', en: 'Waiting', colour: 'amber' },
        approved: { zh: '已通过', en: 'Approved', colour: 'green' },
        rejected: { zh: '已驳回', en: 'Rejected', colour: 'red' },
        returned: { zh: '已退回', en: 'Sent back', colour: 'violet' },
        withdrawn: { zh: '已撤回', en: 'Withdrawn', colour: 'grey' },
        outdated: { zh: '已过期', en: 'Outdated', colour: 'grey' },
      },
    }),
    grounds: longText({ label: { zh: '申请理由', en: 'Grounds' } }),
    source: choice({
      label: { zh: '申请来源', en: 'Source' },
      choices: {
        call: { zh: '来电', en: 'Call' },
        mail: { zh: '邮件或信函', en: 'Mail or letter' },
        message: { zh: '微信或短信', en: 'Message' },
        visit: { zh: '面谈或拜访', en: 'Visit' },
        document: { zh: '证照或合同', en: 'Document' },
        registry: { zh: '公开登记信息', en: 'Public register' },
        link: { zh: '客户经链接确认', en: 'The customer, by a link' },
        other: { zh: '其他', en: 'Other' },
      },
    }),
    files: files({ label: { zh: '凭证', en: 'Evidence' }, max: 20 }),
    proposer: user({ label: { zh: '申请人', en: 'Proposed by' }, required: true, indexed: true }),
    awaits: references('user', { label: { zh: '待其审批', en: 'Waits for' } }),
    due: date({ label: { zh: '审批期限', en: 'To decide by' } }),
    pace: choice({
      label: { zh: '进度', en: 'Pace' },
      choices: {
        keying: { zh: '待二次录入', en: 'To be keyed again', colour: 'blue' },
        reminded: { zh: '已催办', en: 'Reminded', colour: 'amber' },
        escalated: { zh: '已逾期，请上级参与', en: 'Overdue, superiors called in', colour: 'red' },
      },
    }),
    handedTo: user({ label: { zh: '转交给', en: 'Handed to' } }),
    talk: choice({
      label: { zh: '提问', en: 'Question' },
      choices: {
        asked: { zh: '待申请人答复', en: 'Asked', colour: 'violet' },
        answered: { zh: '已答复', en: 'Answered', colour: 'blue' },
      },
    }),
    asker: user({ label: { zh: '提问人', en: 'Asked by' } }),
    decider: user({ label: { zh: '审批人', en: 'Decided by' } }),
    decidedAt: dateTime({ label: { zh: '审批时间', en: 'Decided at' } }),
    verdict: longText({ label: { zh: '审批意见', en: 'Verdict' } }),
    whole: reference('change_request', { label: { zh: '所属申请', en: 'Part of' }, indexed: true }),
    parts: number({ label: { zh: '涉及记录数', en: 'Records' }, integer: true, min: 0 }),
  },
  views: {
    list: ['subject', 'operation', 'state', 'whole', 'proposer', 'due', 'decider', 'decidedAt'],
    head: ['state', 'pace', 'talk', 'proposer', 'due', 'handedTo', 'decider'],
    form: {
      basics: {
        label: { zh: '变更申请', en: 'Change request' },
        fields: [
          'subject',
          'operation',
          'parts',
          'whole',
          'state',
          'grounds',
          'source',
          'files',
          'proposer',
          'awaits',
          'due',
          'pace',
          'handedTo',
          'talk',
          'asker',
          'decider',
          'decidedAt',
          'verdict',
        ],
      },
    },
  },
})

const never = (): boolean => false

/** Made by changing something, and settled by a decision: nobody writes one by hand. */
export const changeRequestPolicy = definePolicy(changeRequest, 'proposals', {
  create: never,
  update: never,
  delete: never,
  export: never,
  import: never,
})
