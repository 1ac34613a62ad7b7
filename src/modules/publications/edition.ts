import { boolean, choice, dateTime, number, reference, user } from '#field-types'
import { type Actor, defineObject, definePolicy, isUuid } from '#kernel'
import { roleChoices } from '#objects'
import { contentFields } from './content.ts'

/** A version of a text as it was published: it stays as it was, whatever becomes of the text. */
export const edition = defineObject({
  name: 'edition',
  label: { zh: '已发布版本', en: 'Published version' },
  icon: 'book-open',
  title: 'title',
  custody: { type: 'shared' },
  fields: {
    ...contentFields,
    publication: reference('publication', { label: { zh: '发布内容', en: 'Publication' }, indexed: true }),
    number: number({ label: { zh: '版本', en: 'Version' }, integer: true, required: true }),
    state: choice({
      label: { zh: '状态', en: 'State' },
      required: true,
      default: 'in_force',
      indexed: true,
      choices: {
        in_force: { zh: '现行', en: 'Current', colour: 'green' },
        superseded: { zh: '已有新版', en: 'Superseded', colour: 'grey' },
        withdrawn: { zh: '已撤下', en: 'Withdrawn', colour: 'red' },
      },
    }),
    everyone: boolean({ label: { zh: '面向全体', en: 'For everybody' }, required: true, default: true }),
    receiptsFrom: number({ label: { zh: '自此版起的确认有效', en: 'Receipts count from version' }, integer: true }),
    publishedAt: dateTime({ label: { zh: '发布时间', en: 'Published at' }, indexed: true }),
    publishedBy: user({ label: { zh: '发布人', en: 'Published by' } }),
  },
  views: {
    list: ['title', 'kind', 'number', 'state', 'publishedAt', 'publishedBy', 'from', 'until'],
    head: ['kind', 'number', 'state', 'publishedAt'],
    form: {
      basics: { label: { zh: '内容', en: 'Text' }, fields: ['kind', 'title', 'body', 'penalty'] },
      procedure: {
        label: { zh: '操作规程', en: 'Procedure' },
        fields: ['governs', 'governsOwn', 'act', 'stages', 'starts'],
      },
      readers: {
        label: { zh: '对象与期限', en: 'Readers and time' },
        fields: ['everyone', 'roles', 'ownRoles', 'units', 'mustRead', 'pinned', 'from', 'until'],
      },
      version: {
        label: { zh: '版本', en: 'Version' },
        fields: ['publication', 'number', 'state', 'receiptsFrom', 'publishedAt', 'publishedBy'],
      },
    },
  },
})

const never = (): boolean => false

/** Made by publishing alone, and seen by whom it is for, by who published it and by who appoints the others; everybody knows the duties of each post. */
export const editionPolicy = definePolicy(edition, 'house', {
  read: (actor) => actor.duties.includes('appoint') || forReader(actor),
  create: never,
  update: never,
  delete: never,
  import: never,
})

function forReader({ id, roles, units }: Actor) {
  const own = roles.filter(isUuid)
  const standard = roles.filter(isStandard)
  return {
    state: { ne: 'withdrawn' as const },
    or: [
      { everyone: true },
      { kind: 'duties' as const },
      ...(id ? [{ publishedBy: id }] : []),
      ...(standard.length ? [{ roles: { hasAny: standard } }] : []),
      ...(own.length ? [{ ownRoles: { hasAny: own } }] : []),
      ...(units.length ? [{ units: { hasAny: units } }] : []),
    ],
  }
}

function isStandard(code: string): code is keyof typeof roleChoices {
  return code in roleChoices
}
