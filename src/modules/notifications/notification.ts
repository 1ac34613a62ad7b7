import { choice, dateTime, number, text, user } from '#field-types'
import { defineObject, definePolicy } from '#kernel'
import { kindLabels } from './kinds.ts'

/** Days after which one that was read goes, and after which any goes. */
const kept = { read: 30, atLatest: 180 } as const

/** Something that concerns its reader: who did what to which record. It holds no value of it; its title is looked up by who may read it. */
export const notification = defineObject({
  name: 'notification',
  label: { zh: '通知', en: 'Notification' },
  icon: 'bell',
  title: 'kind',
  formless: true,
  custody: { type: 'own', owner: 'reader' },
  about: {
    object: 'object',
    record: 'record',
    of: [
      'customer',
      'task',
      'change_request',
      'export',
      'edition',
      'meeting',
      'work_report',
      'appraisal',
      'suggestion',
    ],
  },
  ends: { field: 'readAt', days: kept.read, atLatest: kept.atLatest },
  fields: {
    kind: choice({ label: { zh: '类型', en: 'Kind' }, choices: kindLabels, required: true, readOnly: true }),
    detail: text({ label: { zh: '详情', en: 'Detail' }, max: 40, readOnly: true }),
    object: text({ label: { zh: '对象', en: 'Object' }, max: 80, readOnly: true }),
    record: text({ label: { zh: '记录编号', en: 'Record' }, max: 36, readOnly: true, indexed: true }),
    actor: user({ label: { zh: '操作人', en: 'By' }, readOnly: true }),
    count: number({ label: { zh: '次数', en: 'How many' }, integer: true, default: 1, readOnly: true }),
    at: dateTime({ label: { zh: '时间', en: 'Time' }, required: true, readOnly: true }),
    readAt: dateTime({ label: { zh: '已读时间', en: 'Read at' } }),
    reader: user({ label: { zh: '接收人', en: 'For' }, required: true, readOnly: true }),
  },
  indexes: [
    ['reader', 'readAt'],
    ['reader', 'at'],
  ],
  views: {
    list: ['kind', 'actor', 'count', 'at', 'readAt'],
    form: {
      basics: {
        label: { zh: '通知', en: 'Notification' },
        fields: ['kind', 'detail', 'actor', 'count', 'at', 'readAt'],
      },
    },
  },
})

const never = (): boolean => false

/** Each is its reader's alone, also from a deputy and from the head; written by the house, and marked as read by who reads it. */
export const notificationPolicy = definePolicy(notification, 'notices', {
  read: (actor) => ({ reader: actor.id ?? '' }),
  update: (actor) => ({ reader: actor.id ?? '' }),
  create: never,
  delete: never,
  export: never,
  import: never,
  print: never,
})
