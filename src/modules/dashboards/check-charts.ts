import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { type Context, checkGroups, checkKeptFilter, type Values } from '#kernel'
import { AppError } from '#shared/app-error'
import { groupedBy } from '#shared/calendar-spans'
import { chartForms, chartWidths, formsFor, mostCharts } from '#shared/chart'
import type { Filter } from '#shared/filter'

const name = z.string().min(1).max(60)

const shape = z
  .array(
    z.strictObject({
      id: name,
      title: name,
      object: name,
      where: z.record(z.string(), z.unknown()).optional(),
      by: name.optional(),
      per: name.optional(),
      sum: name.optional(),
      form: z.enum(chartForms),
      width: z.enum(chartWidths),
    }),
  )
  .max(mostCharts)

/** Charts ask what their maker may ask, and keep no value that is sealed elsewhere. Those that stood there before may stay. */
export function checkCharts(ctx: Context, values: Values, before: Values | null): void {
  if (values.charts === undefined || values.charts === null) return
  const { data, error } = shape.safeParse(values.charts)
  if (!data) throw invalid([...(error.issues[0]?.path ?? [])].join('.'), error.issues[0]?.message ?? '')
  if (new Set(data.map(({ id }) => id)).size < data.length) throw invalid('id', 'twice')
  const kept = Array.isArray(before?.charts) ? before.charts : []
  for (const chart of data) if (!kept.some((was) => isDeepStrictEqual(was, chart))) checkChart(ctx, chart)
}

function checkChart(ctx: Context, { object, where, by, per, sum, form, title }: z.infer<typeof shape>[number]): void {
  const type = ctx.kernel.registry.objects.get(object)
  if (!type || type.off) throw invalid(title, object)
  checkGroups(ctx, type, { ...groupedBy({ by, per }), sums: sum === undefined ? [] : [sum] })
  // Any object may be tried as a filter: parsing checks each of its keys.
  if (where) checkKeptFilter(ctx, type, { where: where as Filter, path: 'charts' })
  const kind = by === undefined ? undefined : (type.fields.get(by)?.field.kind ?? '')
  if (!formsFor(kind === undefined ? undefined : { kind, per }).includes(form)) throw invalid(title, form)
}

function invalid(place: string, detail: string): AppError {
  const params = { chart: place, detail: detail.slice(0, 200) }
  const code = 'dashboard.chart_invalid'
  return new AppError(422, code, { params, errors: [{ path: 'charts', code, params }] })
}
