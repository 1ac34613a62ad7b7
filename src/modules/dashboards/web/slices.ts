import { type CalendarSpan, isCalendarSpan, nextDayOf } from '#shared/calendar-spans'
import type { Filter } from '#shared/filter'
import { type Money, minorDigits } from '#shared/money'
import type { FieldWire } from '#shared/wire'
import type { Slice } from '../../../web/chart/slice.ts'
import type { Group } from '../../../web/groups/groups-query.ts'
import { choicesOf } from '../../../web/ui/cells/choice.ts'

export type Grouping = { field: FieldWire | undefined; per: string | undefined; sum: FieldWire | undefined }

export type Tell = {
  value: (value: unknown) => string
  number: (figure: number) => string
  money: (money: Money) => string
}

/** The groups of an answer in the order in which they are drawn. */
export function slicesOf(groups: readonly Group[], grouping: Grouping, tell: Tell): Slice[] {
  const { field, per, sum } = grouping
  const ordered = isCalendarSpan(per) ? withoutGaps(groups, per) : inOrder(groups, field)
  const slices = ordered.map((group) => {
    const { figure, told } = sum ? figureOf(group, sum, tell) : { figure: group.count, told: tell.number(group.count) }
    const where = group.count > 0 ? whereOf(group, grouping) : undefined
    return { value: group.value, text: tell.value(group.value), figure, told, where }
  })
  return sum && !isCalendarSpan(per) && field?.kind !== 'choice' ? slices.toSorted(byFigure) : slices
}

/** What has no value comes last. */
function byFigure(one: Slice, other: Slice): number {
  if (one.value === null || other.value === null) return Number(one.value === null) - Number(other.value === null)
  return (other.figure ?? 0) - (one.figure ?? 0)
}

/** The currencies that are added up: figures of more than one are not drawn together. */
export function currenciesOf(groups: readonly Group[], sum: FieldWire | undefined): ReadonlySet<string> {
  const totals = sum ? groups.flatMap(({ sums }) => asMoney(sums[sum.name]) ?? []) : []
  return new Set(totals.map(({ currency }) => currency))
}

function figureOf({ sums, count }: Group, sum: FieldWire, tell: Tell): Pick<Slice, 'figure' | 'told'> {
  const total = sums[sum.name]
  const money = asMoney(total)
  if (money) return { figure: money.amount / 10 ** minorDigits(money.currency), told: tell.money(money) }
  if (typeof total === 'number') return { figure: total, told: tell.number(total) }
  return count > 0 ? { figure: undefined, told: '—' } : { figure: 0, told: tell.number(0) }
}

function asMoney(value: unknown): Money | undefined {
  if (typeof value !== 'object' || value === null || !('amount' in value) || !('currency' in value)) return undefined
  return { amount: Number(value.amount), currency: String(value.currency) }
}

/** Just the records of a group, as a list takes them. */
function whereOf({ value, span }: Group, { field, per }: Grouping): Filter {
  if (!field) return {}
  if (value === null) return { [field.name]: { empty: true } }
  if (span) return { [field.name]: { gte: span[0], lt: span[1] } }
  if (per !== undefined) return { [field.name]: { under: value } }
  if (field.operators.includes('in')) return { [field.name]: { in: [value] } }
  return { [field.name]: field.operators.includes('eq') ? { eq: value } : { hasAny: [value] } }
}

/** As the choices of a field stand, else the largest first, as the answer has them; what has no value comes last. */
function inOrder(groups: readonly Group[], field: FieldWire | undefined): readonly Group[] {
  const choices = field?.kind === 'choice' ? choicesOf(field).map(({ value }) => value) : []
  const place = ({ value }: Group): number => {
    if (value === null && field) return Number.POSITIVE_INFINITY
    const at = choices.indexOf(String(value))
    return at < 0 ? choices.length : at
  }
  return groups.toSorted((one, other) => compare(place(one), place(other)))
}

function compare(one: number, other: number): number {
  return one === other ? 0 : one - other
}

const mostSteps = 500

/** From the first to the last; a stretch without records is a nought, not a gap. */
function withoutGaps(groups: readonly Group[], span: CalendarSpan): Group[] {
  const byDay = new Map(groups.map((group) => [group.value, group]))
  const days = groups.flatMap(({ value }) => (typeof value === 'string' ? [value] : [])).toSorted()
  const [first, last] = [days[0], days.at(-1)]
  const filled: Group[] = []
  for (let day = first; day && last && day <= last && filled.length < mostSteps; day = nextDayOf(span, day))
    filled.push(byDay.get(day) ?? { value: day, count: 0, sums: {} })
  const none = byDay.get(null)
  return none ? [...filled, none] : filled
}

/** The largest, and all the others as one: a picture of hundreds of bars shows none of them. */
export function mostOf(
  slices: readonly Slice[],
  most: number,
  others: (count: number, figure: number) => Pick<Slice, 'text' | 'told'>,
): Slice[] {
  if (slices.length <= most) return [...slices]
  const largest = new Set(slices.toSorted((one, other) => (other.figure ?? 0) - (one.figure ?? 0)).slice(0, most - 1))
  const shown = slices.filter((slice) => largest.has(slice))
  const rest = slices.filter((slice) => !largest.has(slice))
  const figure = rest.reduce((sum, slice) => sum + (slice.figure ?? 0), 0)
  const where: Filter = { not: { or: shown.map((slice) => slice.where ?? { or: [] }) } }
  return [...shown, { value: undefined, figure, where, ...others(rest.length, figure) }]
}

/** The first day of a stretch as its name: 2026-03, 2026 Q1, 2026; a week by its Monday. */
export function stretchName(span: CalendarSpan, first: string): string {
  const [year = '', month = ''] = first.split('-')
  if (span === 'year') return year
  if (span === 'quarter') return `${year} Q${Math.ceil(Number(month) / 3)}`
  return span === 'month' ? `${year}-${month}` : first
}

/** A condition within another one. */
export function both(one: Filter | undefined, other: Filter | undefined): Filter | undefined {
  const parts = [one, other].filter((part) => part !== undefined && Object.keys(part).length > 0)
  return parts.length > 1 ? { and: parts.map((part) => part ?? {}) } : parts[0]
}
