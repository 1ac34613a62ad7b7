import { dateTime, number, reference, text, user } from '#field-types'
import { defineObject, definePolicy } from '#kernel'

/** That somebody says to have read a version: their own act, and nobody else's. */
export const readReceipt = defineObject({
  name: 'read_receipt',
  label: { zh: '已读回执', en: 'Read receipt' },
  icon: 'clipboard-check',
  title: 'title',
  formless: true,
  custody: { type: 'own', owner: 'reader' },
  fields: {
    title: text({ label: { zh: '标题', en: 'Title' }, max: 120, required: true }),
    publication: reference('publication', { label: { zh: '发布内容', en: 'Publication' }, indexed: true }),
    edition: reference('edition', { label: { zh: '已发布版本', en: 'Published version' } }),
    number: number({ label: { zh: '版本', en: 'Version' }, integer: true, required: true }),
    reader: user({ label: { zh: '阅读人', en: 'Read by' }, required: true, indexed: true }),
    readAt: dateTime({ label: { zh: '确认时间', en: 'Confirmed at' }, required: true }),
  },
  views: {
    list: ['title', 'number', 'reader', 'readAt'],
    form: {
      basics: {
        label: { zh: '已读回执', en: 'Read receipt' },
        fields: ['title', 'publication', 'edition', 'number', 'reader', 'readAt'],
      },
    },
  },
})

const never = (): boolean => false

/** Written by the reader's own click on the version; who leads the text is told who has read it. */
export const readReceiptPolicy = definePolicy(readReceipt, 'notices', {
  read: (actor) => ({ reader: actor.id ?? '' }),
  create: never,
  update: never,
  delete: never,
  import: never,
})
