/** What people are told of by themselves, in the order in which they choose how. */
const noticeKinds = [
  'task_assigned',
  'task_due',
  'customer_assigned',
  'customer_shared',
  'customer_changed',
  'mention',
  'request_waiting',
  'request_decided',
  'work_ended',
  'security',
] as const
export type NoticeKind = (typeof noticeKinds)[number]

export function isNoticeKind(text: unknown): text is NoticeKind {
  return noticeKinds.some((kind) => kind === text)
}
