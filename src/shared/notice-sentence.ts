import type { Locale } from './label.ts'
import type { NoticeKind } from './notice-kinds.ts'

/** What a notice tells. `subject`: what it is about, where its reader may be told; mail tells of none. */
export type NoticeFacts = {
  kind: NoticeKind
  detail: string | null
  actor: string | null
  subject: string | null
  count: number
}

/** `who` did it, to `what`: a record by its title, one, or many. */
type Told = { who: string; what(one: string, many: string): string; detail: string; count: number }
type Sentence = Record<Locale, (told: Told) => string>

const sentences: Record<NoticeKind, Sentence> = {
  task_assigned: {
    zh: ({ who, what }) => `${who}给您安排了${what('任务', '项任务')}`,
    en: ({ who, what }) => `${who} gave you ${what('task', 'tasks')}`,
  },
  task_due: {
    zh: ({ what, detail }) => `${what('任务', '项任务')}${detail === 'due' ? '已到期' : '到了提醒时间'}`,
    en: ({ what, detail }) => `${detail === 'due' ? 'Due' : 'Reminder'}: ${what('task', 'tasks')}`,
  },
  customer_assigned: {
    zh: ({ who, what }) => `${who}把${what('客户', '位客户')}交给您负责`,
    en: ({ who, what }) => `${who} handed you ${what('customer', 'customers')}`,
  },
  customer_shared: {
    zh: ({ who, what }) => `${who}与您共享了${what('客户', '位客户')}`,
    en: ({ who, what }) => `${who} shared ${what('customer', 'customers')} with you`,
  },
  customer_changed: {
    zh: ({ who, what }) => `${who}更新了您的${what('客户', '位客户')}`,
    en: ({ who, what }) => `${who} changed ${what('customer', 'customers')} of yours`,
  },
  customer_suspected: {
    zh: ({ who, what }) => `${who}录入的客户可能就是您的${what('客户', '位客户')}`,
    en: ({ who, what }) => `${who} entered what may be ${what('customer', 'customers')} of yours`,
  },
  mention: {
    zh: ({ who, what }) => `${who}在${what('客户', '位客户')}的记录中提到了您`,
    en: ({ who, what }) => `${who} mentioned you on ${what('customer', 'customers')}`,
  },
  request_waiting: {
    zh: ({ who, what, detail }) => (waitsZh[detail] ?? waitsZh.new)(who, what('申请', '项申请')),
    en: ({ who, what, detail }) => (waitsEn[detail] ?? waitsEn.new)(who, what('request', 'requests')),
  },
  request_decided: {
    zh: ({ who, what, detail }) => {
      const request = `您的${what('申请', '项申请')}`
      return detail === 'outdated' ? `${request}已过期，未生效` : `${who}${decidedZh[detail] ?? '处理了'}${request}`
    },
    en: ({ who, what, detail }) => {
      const request = `${what('request', 'requests')} of yours`
      return detail === 'outdated'
        ? `Outdated, so nothing was changed: ${request}`
        : `${who} ${decidedEn[detail] ?? 'decided on'} ${request}`
    },
  },
  request_talk: {
    zh: ({ who, what, detail }) =>
      detail === 'asked'
        ? `${who}就您的${what('申请', '项申请')}提问`
        : `${who}答复了您对${what('申请', '项申请')}的提问`,
    en: ({ who, what, detail }) =>
      detail === 'asked'
        ? `${who} asks about ${what('request', 'requests')} of yours`
        : `${who} answered you on ${what('request', 'requests')}`,
  },
  work_ended: {
    zh: ({ what, detail }) => endedZh[detail]?.(what('文件', '个文件')) ?? '后台任务已结束',
    en: ({ what, detail }) => endedEn[detail]?.(what('file', 'files')) ?? 'Work in the background has ended',
  },
  security: {
    zh: ({ count }) => `访问日志中有 ${count} 条新告警`,
    en: ({ count }) => (count === 1 ? 'A new alarm stands in the log' : `${count} new alarms stand in the log`),
  },
}

type Waits = { new: WaitsFor } & Readonly<Record<string, WaitsFor>>
type WaitsFor = (who: string, what: string) => string

const waitsZh: Waits = {
  new: (who, what) => `${who}提交的${what}等您审批`,
  handed: (who, what) => `${who}将${what}转交您审批`,
  reminded: (_, what) => `${what}即将到期，请尽快审批`,
  escalated: (_, what) => `${what}已逾期，请您审批`,
}
const waitsEn: Waits = {
  new: (who, what) => `${what} of ${who} for you to decide`,
  handed: (who, what) => `${who} leaves ${what} to you to decide`,
  reminded: (_, what) => `To be decided soon: ${what}`,
  escalated: (_, what) => `Overdue, for you to decide: ${what}`,
}

const decidedZh: Readonly<Record<string, string>> = {
  approved: '通过了',
  rejected: '驳回了',
  returned: '退回了',
}
const decidedEn: Readonly<Record<string, string>> = {
  approved: 'approved',
  rejected: 'rejected',
  returned: 'sent back',
}

type Ended = Readonly<Record<string, (file: string) => string>>

const endedZh: Ended = {
  import_done: () => '导入已完成',
  import_failed: () => '导入失败',
  import_undo_done: () => '导入已撤销',
  import_undo_failed: () => '导入未能撤销',
  export_ready: (file) => `导出${file}已生成，可以下载`,
  export_failed: (file) => `导出${file}失败`,
}
const endedEn: Ended = {
  import_done: () => 'Your import is done',
  import_failed: () => 'Your import has failed',
  import_undo_done: () => 'Your import has been taken back',
  import_undo_failed: () => 'Your import could not be taken back',
  export_ready: (file) => `Export ready to fetch: ${file}`,
  export_failed: (file) => `Export failed: ${file}`,
}

/** A notice in one sentence, in its reader's language. */
export function noticeSentence({ kind, detail, actor, subject, count }: NoticeFacts, locale: Locale): string {
  const zh = locale === 'zh'
  const one = (word: string): string => (zh ? `${word}“${subject}”` : `the ${word} “${subject}”`)
  const oneUnnamed = (word: string, many: string): string =>
    zh ? `一${many}` : `${/^[aeio]/.test(word) ? 'an' : 'a'} ${word}`
  const what = (word: string, many: string): string => {
    if (subject !== null) return one(word)
    return count > 1 ? `${count} ${many}` : oneUnnamed(word, many)
  }
  const who = actor ?? (zh ? '系统' : 'The system')
  const sentence = sentences[kind][locale]({ who, what, detail: detail ?? '', count })
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}
