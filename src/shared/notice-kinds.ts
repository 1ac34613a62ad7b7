/** What people are told of by themselves, in the order in which they choose how. */
export const noticeKinds = [
  'task_assigned',
  'task_due',
  'customer_assigned',
  'customer_shared',
  'customer_changed',
  'customer_suspected',
  'mention',
  'request_waiting',
  'request_decided',
  'request_talk',
  'reading_waiting',
  'meeting',
  'work_report',
  'appraisal_waiting',
  'appraisal_told',
  'suggestion',
  'work_ended',
  'security',
] as const
export type NoticeKind = (typeof noticeKinds)[number]

export function isNoticeKind(text: unknown): text is NoticeKind {
  return noticeKinds.some((kind) => kind === text)
}

/** When mail tells of a kind: not at all, as it comes, or once a day together with the others. */
export const mailTimes = ['never', 'once', 'daily'] as const
export type MailTime = (typeof mailTimes)[number]

/** How somebody is told of a kind. */
export type NoticeChoice = { inApp: boolean; mail: MailTime }
export type NoticeChoices = Readonly<Record<NoticeKind, NoticeChoice>>
