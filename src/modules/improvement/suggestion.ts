import { boolean, choice, dateTime, longText, text, user } from '#field-types'
import { defineObject, definePolicy } from '#kernel'

/** What somebody who works here would do better, under their name or nobody's. */
export const suggestion = defineObject({
  name: 'suggestion',
  label: { zh: '意见建议', en: 'Suggestion' },
  icon: 'lightbulb',
  title: 'title',
  formless: true,
  custody: { type: 'own', owner: 'handler', people: ['sender'] },
  fields: {
    title: text({ label: { zh: '主题', en: 'Subject' }, max: 120, required: true, search: 'A' }),
    text: longText({ label: { zh: '内容', en: 'Text' }, max: 5_000 }),
    sender: user({ label: { zh: '提出人', en: 'From' }, default: 'me', readOnly: true, indexed: true }),
    anonymous: boolean({ label: { zh: '匿名', en: 'Anonymous' }, default: false, readOnly: true }),
    codeHash: text({ label: { zh: '查询码哈希值', en: 'Hash of its code' }, max: 64, readOnly: true, indexed: true }),
    state: choice({
      label: { zh: '状态', en: 'State' },
      required: true,
      default: 'new',
      indexed: true,
      choices: {
        new: { zh: '新提交', en: 'New', colour: 'blue' },
        looking: { zh: '处理中', en: 'Looked at', colour: 'amber' },
        adopted: { zh: '已采纳', en: 'Adopted', colour: 'green' },
        declined: { zh: '未采纳', en: 'Declined', colour: 'grey' },
      },
    }),
    handler: user({ label: { zh: '处理人', en: 'Handled by' }, indexed: true }),
    reason: longText({ label: { zh: '未采纳的理由', en: 'Why not' } }),
    reply: longText({ label: { zh: '答复', en: 'Reply' } }),
    decidedBy: user({ label: { zh: '决定人', en: 'Decided by' }, readOnly: true }),
    decidedAt: dateTime({ label: { zh: '决定时间', en: 'Decided at' }, readOnly: true }),
  },
  requirements: [{ field: 'reason', need: 'required', when: { state: 'declined' } }],
  views: {
    list: ['title', 'state', 'sender', 'anonymous', 'handler', 'decidedAt'],
    head: ['sender', 'anonymous', 'handler'],
    bar: 'state',
    form: {
      basics: {
        label: { zh: '意见建议', en: 'Suggestion' },
        fields: ['title', 'text', 'sender', 'anonymous', 'state'],
      },
      answer: {
        label: { zh: '处理', en: 'What became of it' },
        fields: ['handler', 'reply', 'reason', 'decidedBy', 'decidedAt'],
      },
    },
  },
})

const never = (): boolean => false

/** Nobody decides on what they have suggested themselves, and none is taken away. */
export const suggestionPolicy = definePolicy(suggestion, 'suggestions', {
  update: (actor) => ({ or: [{ sender: { ne: actor.id ?? '' } }, { sender: { empty: true } }] }),
  delete: never,
  import: never,
})
