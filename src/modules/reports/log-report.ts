import { boolean, choice, choices, dateTime, number, references, text, user } from '#field-types'
import { type Actor, defineObject, definePolicy } from '#kernel'
import { auditActions } from '#shared/audit-actions'
import { auditResults } from '#shared/audit-results'

/** A question to the log that is asked again in a rhythm; its answer goes out by mail as counts. */
export const logReport = defineObject({
  name: 'log_report',
  label: { zh: '日志报告', en: 'Log report' },
  icon: 'mail',
  title: 'name',
  settings: 'trail',
  custody: { type: 'own', owner: 'owner', people: ['addressees'] },
  fields: {
    name: text({
      label: { zh: '名称', en: 'Name' },
      help: { zh: '会写在邮件里，请勿填写客户信息', en: 'Stands in the mail: nothing of customers in it' },
      max: 60,
      required: true,
    }),
    rhythm: choice({
      label: { zh: '发送周期', en: 'Rhythm' },
      required: true,
      default: 'weekly',
      choices: {
        daily: { zh: '每天', en: 'Daily' },
        weekly: { zh: '每周一', en: 'Weekly, on Monday' },
        monthly: { zh: '每月 1 日', en: 'Monthly, on the 1st' },
      },
    }),
    hour: number({
      label: { zh: '发送时间（点）', en: 'Hour' },
      help: { zh: '公司所在时区，0–23', en: 'Of the company’s day, 0–23' },
      min: 0,
      max: 23,
      integer: true,
      required: true,
      default: 8,
    }),
    period: choice({
      label: { zh: '统计期间', en: 'Period' },
      required: true,
      default: 'week',
      choices: {
        day: { zh: '前一天', en: 'The day before' },
        week: { zh: '前七天', en: 'The seven days before' },
        month: { zh: '前一个月', en: 'The month before' },
      },
    }),
    addressees: references('user', {
      label: { zh: '收件人', en: 'Addressees' },
      help: { zh: '须有查看访问日志的权限；不填则发给自己', en: 'Readers of the log; empty: oneself' },
    }),
    active: boolean({ label: { zh: '启用', en: 'Enabled' }, default: true }),
    nextDue: dateTime({ label: { zh: '下次发送', en: 'Next sending' }, readOnly: true }),
    owner: user({ label: { zh: '创建人', en: 'Owner' }, default: 'me', readOnly: true }),
    person: user({ label: { zh: '操作人', en: 'Person' } }),
    actions: choices({ label: { zh: '操作', en: 'Acts' }, choices: auditActions }),
    result: choice({ label: { zh: '结果', en: 'Outcome' }, choices: auditResults }),
    file: text({ label: { zh: '客户档案（编号）', en: 'Customer file (id)' }, max: 36 }),
    words: text({ label: { zh: '理由包含', en: 'Found in reasons' }, max: 200 }),
    address: text({ label: { zh: 'IP 地址', en: 'IP address' }, max: 60 }),
  },
  views: {
    list: ['name', 'rhythm', 'period', 'addressees', 'active', 'nextDue', 'owner'],
    head: ['rhythm', 'active', 'nextDue', 'owner'],
    form: {
      basics: {
        label: { zh: '报告', en: 'Report' },
        fields: ['name', 'rhythm', 'hour', 'period', 'addressees', 'active', 'nextDue', 'owner'],
      },
      question: {
        label: { zh: '日志条件', en: 'What it asks' },
        fields: ['person', 'actions', 'result', 'file', 'words', 'address'],
      },
    },
  },
})

const never = (): boolean => false
const readsTrail = ({ duties }: Actor): boolean => duties.includes('trail')
const ownOf = (actor: Actor) => readsTrail(actor) && { owner: actor.id ?? '' }

/** For readers of the log alone, whatever a role says: its maker keeps it, whom it goes to sees it, and nobody else knows of it. */
export const logReportPolicy = definePolicy(logReport, 'reports', {
  read: (actor) =>
    readsTrail(actor) && { or: [{ owner: actor.id ?? '' }, { addressees: { hasAny: [actor.id ?? ''] } }] },
  create: readsTrail,
  update: ownOf,
  delete: ownOf,
  export: never,
  import: never,
})
