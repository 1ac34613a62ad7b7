import { useQuery } from '@tanstack/react-query'
import { groupedBy, isCalendarSpan } from '#shared/calendar-spans'
import type { Chart } from '#shared/chart'
import { minorDigits } from '#shared/money'
import type { FieldWire, ObjectWire, Titles } from '#shared/wire'
import { fieldOf, regionsQuery, useObjectNamed } from '../../../web/api/definitions.ts'
import { provinceNames } from '../../../web/chart/province-names.ts'
import { provinceTiles, shortProvince } from '../../../web/chart/province-tiles.ts'
import type { Slice } from '../../../web/chart/slice.ts'
import { type GroupsAnswer, groupsQuery } from '../../../web/groups/groups-query.ts'
import { shownAs } from '../../../web/registry.ts'
import { choicesOf } from '../../../web/ui/cells/choice.ts'
import { useWords } from '../../../web/words/words.ts'
import { currenciesOf, type Grouping, mostOf, slicesOf, stretchName } from './slices.ts'

export type ChartFacts = { object: ObjectWire } & Grouping

/** The object and the fields of a chart; undefined where the reader does not have them all. */
export function useChartFacts({ object: name, by, per, sum }: Chart): ChartFacts | undefined {
  const object = useObjectNamed(name)
  if (!object?.can.includes('read')) return undefined
  const field = by === undefined ? undefined : fieldOf(object, by)
  const figure = sum === undefined ? undefined : fieldOf(object, sum)
  const isGroup = field && (per === undefined ? field.groupable : field.spans.includes(per))
  const isMissing = (by !== undefined && !isGroup) || (sum !== undefined && !figure?.operators.includes('gte'))
  return isMissing ? undefined : { object, field, per, sum: figure }
}

export function useChartGroups({ object, field, per, sum }: ChartFacts, chart: Chart) {
  return useQuery(
    groupsQuery({ object, query: { where: chart.where }, ...groupedBy({ by: field?.name, per }) }, sum ? [sum] : []),
  )
}

/** `all` for the table, `shown` for the picture. */
export type Told = { all: readonly Slice[]; shown: readonly Slice[]; isMixed: boolean; left?: Slice }

const mostShown: Readonly<Record<Chart['form'], number>> = {
  number: 1,
  bar: 15,
  pie: 8,
  funnel: 12,
  line: Number.POSITIVE_INFINITY,
  map: Number.POSITIVE_INFINITY,
}

/** Makes slices of what the server counted, with words of the reader. */
export function useSlices({ field, per, sum }: ChartFacts, form: Chart['form']): (answer: GroupsAnswer) => Told {
  const { t, format, locale } = useWords()
  const { data: regions } = useQuery({ ...regionsQuery, enabled: field?.kind === 'region' })
  const valueWords = useValueWords()
  const tell = (titles: Titles) => (value: unknown) => {
    if (!field) return ''
    if (value === null) return t('board.none')
    if (isCalendarSpan(per)) return stretchName(per, String(value))
    if (field.kind === 'region') {
      const code = String(value)
      const name = regions?.nameOf(code) ?? code
      if (per === undefined) return name
      return (locale === 'en' && provinceNames[code]?.[0]) || shortProvince(name)
    }
    return valueWords(field, value, titles)
  }
  return ({ groups, titles }) => {
    const words = { value: tell(titles), number: format.number, money: format.money }
    const all = slicesOf(groups, { field, per, sum }, words)
    const isMixed = currenciesOf(groups, sum).size > 1
    const [currency] = currenciesOf(groups, sum)
    const figureOf = (figure: number): string =>
      currency ? format.money(moneyOf(figure, currency)) : format.number(figure)
    const others = (count: number, figure: number) => ({
      text: t('dashboards.others', { count }),
      told: figureOf(figure),
    })
    if (form === 'map') return { all, shown: onMap(all, words.value, format.number(0)), isMixed, left: leftOf(all) }
    const isStep = isCalendarSpan(per) || form === 'funnel'
    const drawn = isStep ? all.filter(({ value }) => value !== null) : all
    const shown = isCalendarSpan(per) ? drawn : mostOf(drawn, mostShown[form], others)
    return { all, shown, isMixed, left: isStep ? leftOf(all) : undefined }
  }
}

function leftOf(slices: readonly Slice[]): Slice | undefined {
  return slices.find(({ value }) => value === null)
}

/** Every province has its square, also those without records. */
function onMap(slices: readonly Slice[], nameOf: (value: unknown) => string, nought: string): Slice[] {
  return Object.keys(provinceTiles).map(
    (code) =>
      slices.find(({ value }) => value === code) ?? { value: code, text: nameOf(code), figure: 0, told: nought },
  )
}

function moneyOf(figure: number, currency: string): { amount: number; currency: string } {
  return { amount: Math.round(figure * 10 ** minorDigits(currency)), currency }
}

function useValueWords(): (field: FieldWire, value: unknown, titles: Titles) => string {
  const { t, label, format } = useWords()
  return (field, value, titles) => {
    const text = String(value)
    const choice = choicesOf(shownAs(field)).find((one) => one.value === text)
    if (choice) return label(choice.label)
    if (field.kind === 'boolean') return t(value === true ? 'boolean.yes' : 'boolean.no')
    if (typeof value === 'number') return format.number(value)
    return titles[text] ?? (isReference(field) ? '—' : text)
  }
}

function isReference({ kind, options }: FieldWire): boolean {
  return kind === 'user' || kind === 'unit' || options.object !== undefined
}
