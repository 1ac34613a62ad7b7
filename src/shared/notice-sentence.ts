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
  reading_waiting: {
    zh: ({ who, what, detail }) =>
      `${who}${detail === 'reminder' ? '提醒您阅读' : '发布了'}${what('一项内容', '项内容')}，请阅读并确认`,
    en: ({ who, what, detail }) =>
      `${who} ${detail === 'reminder' ? 'reminds you to read' : 'published'} ${what('a text', 'texts')}; read and confirm it`,
  },
  meeting: {
    zh: ({ who, what, detail }) => (meetingZh[detail] ?? meetingZh.invited)(who, what('会议', '次会议')),
    en: ({ who, what, detail }) => (meetingEn[detail] ?? meetingEn.invited)(who, what('meeting', 'meetings')),
  },
  work_report: {
    zh: ({ who, what, detail, count }) => {
      const [act, week = ''] = detail.split(' ')
      if (act === 'reminder') return `请提交 ${week} 起一周的周报`
      if (act === 'missing') return `${week} 起一周有 ${count} 人尚未提交周报`
      return `${who}${act === 'answered' ? '批复' : '提交'}了${what('周报', '份周报')}`
    },
    en: ({ who, what, detail, count }) => {
      const [act, week = ''] = detail.split(' ')
      if (act === 'reminder') return `Hand in your report of the week from ${week}`
      if (act === 'missing') return `Reports not handed in of the week from ${week}: ${count}`
      return `${who} ${act === 'answered' ? 'answered' : 'handed in'} ${what('weekly report', 'weekly reports')}`
    },
  },
  appraisal_waiting: {
    zh: ({ who, what, detail }) => (judgedZh[detail] ?? judgedZh.writing)(who, what('绩效考核', '份绩效考核')),
    en: ({ who, what, detail }) => (judgedEn[detail] ?? judgedEn.writing)(who, what('appraisal', 'appraisals')),
  },
  appraisal_told: {
    zh: ({ who, what, detail }) => (judgedZh[detail] ?? judgedZh.closed)(who, what('绩效考核', '份绩效考核')),
    en: ({ who, what, detail }) => (judgedEn[detail] ?? judgedEn.closed)(who, what('appraisal', 'appraisals')),
  },
  suggestion: {
    zh: ({ who, what, detail }) =>
      detail === 'new'
        ? `收到新的${what('意见', '条意见')}`
        : `${who}${suggestedZh[detail] ?? '处理了'}您的${what('意见', '条意见')}`,
    en: ({ who, what, detail }) =>
      detail === 'new'
        ? `To be looked at: ${what('suggestion', 'suggestions')}`
        : `${who} ${suggestedEn[detail] ?? 'looks at'} ${what('suggestion', 'suggestions')} of yours`,
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

const suggestedZh: Readonly<Record<string, string>> = { adopted: '采纳了', declined: '未采纳' }
const suggestedEn: Readonly<Record<string, string>> = { adopted: 'adopted', declined: 'declined' }

type Meets = { invited: WaitsFor } & Readonly<Record<string, WaitsFor>>

const meetingZh: Meets = {
  invited: (who, what) => `${who}邀请您参加${what}`,
  moved: (who, what) => `${who}调整了${what}的时间或地点`,
  cancelled: (who, what) => `${who}取消了${what}`,
  closed: (who, what) => `${who}确认了${what}的纪要，请查阅`,
  actions: (_, what) => `${what}即将召开，您还有未完成的行动项`,
}
const meetingEn: Meets = {
  invited: (who, what) => `${who} invites you to ${what}`,
  moved: (who, what) => `${who} moved ${what} to another time or place`,
  cancelled: (who, what) => `${who} cancelled ${what}`,
  closed: (who, what) => `${who} confirmed the minutes of ${what}`,
  actions: (_, what) => `Action items of yours are open, and soon is ${what}`,
}

type Judged = { writing: WaitsFor; closed: WaitsFor } & Readonly<Record<string, WaitsFor>>

const judgedZh: Judged = {
  writing: (_, what) => `${what}已生成，请您评价`,
  shown: (who, what) => `${who}已评价${what}，请您查阅并确认或申诉`,
  appealed: (who, what) => `${who}对${what}提出申诉，请您裁定`,
  reminder: (_, what) => `${what}即将到期，请您尽快处理`,
  due: (_, what) => `${what}已到期，请您处理`,
  kept: (who, what) => `${who}已裁定申诉：${what}维持原评分`,
  changed: (who, what) => `${who}已裁定申诉：${what}变更评分`,
  closed: (who, what) => `${who}已确认${what}，考核已归档`,
}
const judgedEn: Judged = {
  writing: (_, what) => `For you to write: ${what}`,
  shown: (who, what) => `${who} wrote ${what}: read it, and confirm or appeal`,
  appealed: (who, what) => `${who} appeals, and you decide: ${what}`,
  reminder: (_, what) => `Due soon, and waiting for you: ${what}`,
  due: (_, what) => `Overdue, and waiting for you: ${what}`,
  kept: (who, what) => `${who} decided on the appeal and kept the score: ${what}`,
  changed: (who, what) => `${who} decided on the appeal and changed the score: ${what}`,
  closed: (who, what) => `${who} confirmed ${what}, which is closed now`,
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
