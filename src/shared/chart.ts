import { isCalendarSpan } from './calendar-spans.ts'
import type { Filter } from './filter.ts'

export const chartForms = ['number', 'bar', 'line', 'pie', 'funnel', 'map'] as const
export type ChartForm = (typeof chartForms)[number]

/** Of the row that it stands in. */
export const chartWidths = ['third', 'half', 'full'] as const
export type ChartWidth = (typeof chartWidths)[number]

/** What is drawn of which records: how many there are, or what a figure of theirs comes to, by the values of a field. */
export type Chart = {
  id: string
  title: string
  object: string
  where?: Filter
  by?: string
  /** By what the values fall into, such as months. */
  per?: string
  /** The figure that is added up; without it the records are counted. */
  sum?: string
  form: ChartForm
  width: ChartWidth
}

export const mostCharts = 24

/** The forms that show something of a grouping: a trend needs time, a map provinces, a funnel steps in their order. */
export function formsFor(grouping: { kind: string; per?: string } | undefined): readonly ChartForm[] {
  if (!grouping) return ['number']
  const { kind, per } = grouping
  if (isCalendarSpan(per)) return ['line', 'bar']
  if (per === 'province') return ['map', 'bar', 'pie']
  return kind === 'choice' ? ['bar', 'pie', 'funnel'] : ['bar', 'pie']
}
