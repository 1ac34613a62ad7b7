import type { Label } from '#shared/label'
import type { NoticeKind } from '#shared/notice-kinds'

export const kindLabels = {
  task_assigned: { zh: '分配给我的任务', en: 'Tasks given to me', colour: 'blue' },
  task_due: { zh: '任务提醒与到期', en: 'Tasks due', colour: 'amber' },
  customer_assigned: { zh: '交给我的客户', en: 'Customers given to me', colour: 'violet' },
  customer_shared: { zh: '与我共享的客户', en: 'Customers shared with me', colour: 'violet' },
  customer_changed: { zh: '我的客户有变动', en: 'Changes to my customers', colour: 'grey' },
  customer_suspected: { zh: '他人可能重复录入我的客户', en: 'My customers, perhaps entered again', colour: 'amber' },
  mention: { zh: '提到我', en: 'Mentions of me', colour: 'blue' },
  request_waiting: { zh: '待我审批的申请', en: 'Requests for me to decide', colour: 'amber' },
  request_decided: { zh: '我的申请有结果', en: 'Decisions on my requests', colour: 'green' },
  request_talk: { zh: '申请中的提问与答复', en: 'Questions and answers on requests', colour: 'violet' },
  reading_waiting: { zh: '待我阅读的公告与制度', en: 'Announcements and policies to read', colour: 'violet' },
  meeting: { zh: '会议通知与纪要', en: 'Meetings and their minutes', colour: 'blue' },
  work_report: { zh: '周报与批复', en: 'Weekly reports and answers', colour: 'violet' },
  appraisal_waiting: { zh: '待我处理的绩效考核', en: 'Appraisals that wait for me', colour: 'amber' },
  appraisal_told: { zh: '申诉结论与考核归档', en: 'Decided appeals, closed appraisals', colour: 'green' },
  suggestion: { zh: '意见建议', en: 'Suggestions', colour: 'green' },
  work_ended: { zh: '导入导出完成或失败', en: 'Imports and exports that ended', colour: 'grey' },
  security: { zh: '安全告警', en: 'Security alarms', colour: 'red' },
} as const satisfies Record<NoticeKind, Label & { colour: string }>
