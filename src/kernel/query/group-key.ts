import { AppError } from '#shared/app-error'
import { type CalendarSpan, calendarSpans, isCalendarSpan } from '#shared/calendar-spans'
import { isVeiled } from '../access/field-access.ts'
import type { Context } from '../context.ts'
import type { BoundField, Column } from '../object/bound-field.ts'
import { fieldOf, type ObjectType, partOf } from '../object/object-type.ts'
import { name, type Sql, sql } from './sql.ts'
import { systemColumn } from './system-fields.ts'

/** By what records are grouped. `field`: whose values were read for it; `parts`: joins that give several rows to a record with several values. */
export type GroupKey = { field: string; expression: Sql; parts?: Sql; target?: string; calendar?: Calendar }

/** The key then is the moment at which a stretch of the calendar begins, in the company's zone. `isDay`: what falls into it are days, not moments. */
type Calendar = { span: CalendarSpan; isDay: boolean }

/** What records are classed by: a field whose values the reader may meet, or a part of one (`region.province`). */
export function classOf(ctx: Context, type: ObjectType, by: string): ReturnType<typeof partOf> {
  const { bound, prefix } = partOf(type, by)
  if (!bound.stored || bound.sealed || !bound.kind.groupable || isVeiled(ctx, type, bound))
    throw notBy(bound.field.label[ctx.locale])
  return { bound, prefix }
}

/** The values of a field, a part that they begin with (`region.province`), or stretches of the calendar that they fall into. */
export function groupKey(ctx: Context, type: ObjectType, by: string, per?: string): GroupKey {
  if (per !== undefined) return calendarKey(ctx, type, by, per)
  const { bound, prefix } = classOf(ctx, type, by)
  const [column] = bound.columns
  if (!column) throw notBy(bound.field.label[ctx.locale])
  const ref = name(type.table, column.name)
  if (prefix !== undefined) return { field: bound.name, expression: sql`left(${ref}, ${prefix}::integer)` }
  const target = bound.kind.target?.(bound.field)
  if (!column.type.endsWith('[]')) return { field: bound.name, expression: ref, target }
  return {
    field: bound.name,
    expression: name('part', 'value'),
    parts: sql` left join lateral unnest(${ref}) as part(value) on true`,
    target,
  }
}

/** Coarser groups of a field's values, by their names: stretches of the calendar, and parts that values begin with. */
export function spansOf({ kind, sealed, stored }: BoundField): readonly string[] {
  if (sealed || !stored) return []
  const parts = (kind.parts ?? []).filter(({ prefix }) => prefix !== undefined).map((part) => part.name)
  return [...(kind.calendar ? calendarSpans : []), ...parts]
}

function calendarKey(ctx: Context, type: ObjectType, by: string, span: string): GroupKey {
  if (!isCalendarSpan(span)) throw notBy(by, span)
  const column = calendarColumn(ctx, type, by, span)
  const isDay = column.type === 'date'
  const ref = name(type.table, column.name)
  const local = isDay ? sql`${ref}::timestamp` : sql`${ref} at time zone ${ctx.kernel.settings.timeZone}`
  return { field: by, expression: sql`date_trunc(${span}, ${local})`, calendar: { span, isDay } }
}

function calendarColumn(ctx: Context, type: ObjectType, by: string, span: string): Column {
  const system = systemColumn(by, type)
  if (system?.type === 'timestamptz') return system
  const bound = fieldOf(type, by)
  const [column] = bound.columns
  if (!column || bound.sealed || !bound.stored || !bound.kind.calendar || isVeiled(ctx, type, bound))
    throw notBy(bound.field.label[ctx.locale], span)
  return column
}

function notBy(field: string, operator = 'group'): AppError {
  return new AppError(400, 'field.operator_unknown', { params: { field, operator } })
}

const lengths: Readonly<Record<CalendarSpan, string>> = {
  day: '1 day',
  week: '7 days',
  month: '1 month',
  quarter: '3 months',
  year: '1 year',
}

/** Of a stretch that begins at `start`: its first day, and between which days or moments its values lie. */
export function calendarColumns(ctx: Context, { span, isDay }: Calendar, start: Sql): readonly [Sql, Sql, Sql] {
  const end = sql`(${start} + ${lengths[span]}::interval)`
  const { timeZone } = ctx.kernel.settings
  const bound = (at: Sql): Sql => (isDay ? sql`${at}::date` : sql`${at} at time zone ${timeZone}`)
  return [sql`${start}::date`, bound(start), bound(end)]
}
