import { type Chart, type ChartForm, type ChartWidth, chartForms, chartWidths } from '#shared/chart'
import type { Filter } from '#shared/filter'

/** The charts that a dashboard keeps; the server has checked them when they were kept. */
export function readCharts(value: unknown): Chart[] {
  return (Array.isArray(value) ? value : []).flatMap((chart: unknown) => readChart(chart) ?? [])
}

function readChart(value: unknown): Chart | undefined {
  if (!isObject(value)) return undefined
  const { id, title, object, where, by, per, sum } = value
  const form: ChartForm | undefined = chartForms.find((one) => one === value.form)
  const width: ChartWidth = chartWidths.find((one) => one === value.width) ?? 'half'
  if (typeof id !== 'string' || typeof title !== 'string' || typeof object !== 'string' || !form) return undefined
  const chart: Chart = { id, title, object, form, width }
  if (isFilter(where)) chart.where = where
  if (typeof by === 'string') chart.by = by
  if (typeof per === 'string') chart.per = per
  if (typeof sum === 'string') chart.sum = sum
  return chart
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isFilter(value: unknown): value is Filter {
  return isObject(value) && Object.keys(value).length > 0
}

/** The charts with one of them at the place of another. */
export function movedTo(charts: readonly Chart[], id: string, place: string): readonly Chart[] {
  const [from, to] = [id, place].map((one) => charts.findIndex((chart) => chart.id === one))
  const chart = charts[from ?? -1]
  if (!chart || to === undefined || to < 0 || from === to) return charts
  return charts.filter((one) => one !== chart).toSpliced(to, 0, chart)
}

/** The charts with one of them so many places on. */
export function movedBy(charts: readonly Chart[], id: string, by: number): readonly Chart[] {
  const place = charts[charts.findIndex((chart) => chart.id === id) + by]
  return place ? movedTo(charts, id, place.id) : charts
}
