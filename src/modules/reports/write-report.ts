import type { TrailSummary } from '#kernel'
import { auditActions } from '#shared/audit-actions'
import type { Label, Locale } from '#shared/label'

/** What a report tells: counts, and names of colleagues. */
export type Told = { byAction: TrailSummary; byPerson: TrailSummary; firstDay: string; lastDay: string }

type Group = TrailSummary['groups'][number]

const mostPeople = 10
const leaves: readonly string[] = ['export', 'print', 'download']

const words = {
  zh: {
    period: (first: string, last: string) => `期间：${first === last ? first : `${first} 至 ${last}`}`,
    lines: (count: number, refused: number) => `日志共 ${count} 条，其中被拒绝或出错 ${refused} 条。`,
    shown: (revealed: number, left: number) => `查看脱敏内容 ${revealed} 次；导出、打印、下载 ${left} 次。`,
    acts: '按操作：',
    people: `按人员（最多 ${mostPeople} 人）：`,
    nobody: '系统或未登录',
    one: (name: string, count: number, refused: number) =>
      `- ${name}：${count}${refused ? `（被拒绝或出错 ${refused}）` : ''}`,
  },
  en: {
    period: (first: string, last: string) => `Period: ${first === last ? first : `${first} to ${last}`}`,
    lines: (count: number, refused: number) => `Lines of the log: ${count}, refused or failed: ${refused}.`,
    shown: (revealed: number, left: number) => `Values revealed: ${revealed}; exports, prints, downloads: ${left}.`,
    acts: 'By act:',
    people: `By person (the first ${mostPeople}):`,
    nobody: 'System, or not signed in',
    one: (name: string, count: number, refused: number) =>
      `- ${name}: ${count}${refused ? ` (refused or failed: ${refused})` : ''}`,
  },
} as const

/** The counts of a report in its reader's language. Nothing of what the lines are about stands in it: no record, value or reason. */
export function writeReport(locale: Locale, { byAction, byPerson, firstDay, lastDay }: Told): string {
  const say = words[locale]
  const acts = byAction.groups
  const known: Readonly<Record<string, Label>> = auditActions
  const line = (name: string, { count, refused }: Group): string => say.one(name, count, refused)
  const actOf = ({ value }: Group): string => known[value ?? '']?.[locale] ?? value ?? ''
  const nameOf = ({ value }: Group): string => (value === null ? say.nobody : (byPerson.titles[value] ?? value))
  return [
    say.period(firstDay, lastDay),
    say.lines(sum(acts, 'count'), sum(acts, 'refused')),
    say.shown(countOf(acts, ['reveal']), countOf(acts, leaves)),
    ...(acts.length ? ['', say.acts, ...acts.map((group) => line(actOf(group), group))] : []),
    ...(acts.length ? ['', say.people] : []),
    ...byPerson.groups.slice(0, mostPeople).map((group) => line(inOneLine(nameOf(group)), group)),
  ].join('\n')
}

function sum(groups: readonly Group[], what: 'count' | 'refused'): number {
  return groups.reduce((total, group) => total + group[what], 0)
}

function countOf(groups: readonly Group[], actions: readonly string[]): number {
  return sum(
    groups.filter(({ value }) => value !== null && actions.includes(value)),
    'count',
  )
}

/** Nobody's name looks like a line of the report. */
function inOneLine(name: string): string {
  return name.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim()
}
