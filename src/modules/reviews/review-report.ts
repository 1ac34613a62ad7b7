import { type Context, type RoundProgress, roundProgress } from '#kernel'
import { drawPages } from '#modules/labels'
import type { Label, Locale } from '#shared/label'
import { reviewFinding } from './review-finding.ts'
import { reviewItem } from './review-item.ts'
import { reviewProgramme } from './review-programme.ts'

const words = {
  report: { zh: '审查报告', en: 'Report of the review' },
  progress: { zh: '审查进度', en: 'Progress of the review' },
  due: { zh: '截止日期', en: 'Due on' },
  drawn: { zh: '生成时间', en: 'Made at' },
  person: { zh: '审查人', en: 'Reviewer' },
  total: { zh: '共', en: 'All' },
  done: { zh: '已审查', en: 'Reviewed' },
  late: { zh: '逾期完成', en: 'Late' },
  open: { zh: '未审查', en: 'Open' },
  sum: { zh: '合计', en: 'Together' },
  unassigned: { zh: '无人可审', en: 'Nobody may review' },
  results: { zh: '结果', en: 'Results' },
  kinds: { zh: '问题类型', en: 'Findings' },
  states: { zh: '处理状态', en: 'What became of them' },
  frozen: { zh: '报告已冻结，哈希值', en: 'Frozen; hash' },
  changed: { zh: '报告已不是冻结时的内容', en: 'This is not what was frozen' },
} as const satisfies Record<string, Label>

const a4 = { width: 595.28, height: 841.89 }
const margin = 48
const [large, small] = [16, 9]
const columns = ['total', 'done', 'late', 'open'] as const

/** How far a round is, or its frozen report, on paper; in the words of whoever asks, and counted as the page counts it. */
export async function reviewReport(ctx: Context, round: string): Promise<Buffer> {
  const progress = await roundProgress(ctx, reviewProgramme, round)
  const { report, frozen, name, dueOn } = progress
  const say = (word: keyof typeof words): string => words[word][ctx.locale]
  const cell = (text: string | number) => ({ text: String(text), alignment: 'right' as const })
  const rows = [...report.people, { ...report, name: say('sum') }].map((row) => [
    { text: row.name },
    ...columns.map((column) => cell(row[column])),
  ])
  const { timeZone } = ctx.kernel.settings
  const made = new Intl.DateTimeFormat(ctx.locale, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(
    ctx.now(),
  )
  return drawPages({
    pageSize: a4,
    pageMargins: margin,
    defaultStyle: { font: 'Label', fontSize: 10 },
    content: [
      { text: say(frozen ? 'report' : 'progress'), fontSize: large },
      { text: name, margin: above },
      { text: `${say('due')} ${dueOn} · ${say('drawn')} ${made}`, fontSize: small, margin: above },
      {
        margin: far,
        layout: 'lightHorizontalLines',
        table: {
          headerRows: 1,
          widths: ['*', ...columns.map(() => 64)],
          body: [[{ text: say('person') }, ...columns.map((column) => cell(say(column)))], ...rows],
        },
      },
      ...countsOf(progress, ctx.locale).map((text, at) => ({ text, margin: at ? above : far })),
      ...sealOf(progress, ctx.locale).map((text) => ({ text, fontSize: small, margin: far })),
    ],
  })
}

const above = [0, 4, 0, 0] as const
const far = [0, 16, 0, 0] as const

function countsOf({ report }: RoundProgress, locale: Locale): string[] {
  const { results, counts, unassigned } = report
  const line = (word: 'results' | 'kinds' | 'states', field: unknown, told: Readonly<Record<string, number>> = {}) => {
    const each = Object.entries(told).map(([value, count]) => `${labelOf(field, value, locale)} ${count}`)
    return each.length ? [`${words[word][locale]}: ${each.join(' · ')}`] : []
  }
  return [
    ...(unassigned ? [`${words.unassigned[locale]}: ${unassigned}`] : []),
    ...line('results', reviewItem.fields.result.options.choices, results),
    ...line('kinds', reviewFinding.fields.kind.options.choices, counts.kinds),
    ...line('states', reviewFinding.fields.state.options.choices, counts.states),
  ]
}

function sealOf({ frozen }: RoundProgress, locale: Locale): string[] {
  if (!frozen) return []
  return [`${words.frozen[locale]} ${frozen.hash}`, ...(frozen.sound ? [] : [words.changed[locale]])]
}

function labelOf(choices: unknown, value: string, locale: Locale): string {
  // A choice keeps its list of values there.
  const known = (choices as readonly { value: string; label: Label }[]).find((choice) => choice.value === value)
  return known?.label[locale] ?? value
}
