import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { isCalendarSpan } from '#shared/calendar-spans'
import type { Chart } from '#shared/chart'
import { provinceNames } from '../../../web/chart/province-names.ts'
import { ErrorState } from '../../../web/ui/error-state.tsx'
import { Skeleton } from '../../../web/ui/skeleton.tsx'
import { useWords } from '../../../web/words/words.ts'
import { ChartTable } from './chart-table.tsx'
import { RowsLink } from './rows-link.tsx'
import { both } from './slices.ts'
import { type ChartFacts, type Told, useChartFacts, useChartGroups, useSlices } from './use-chart.ts'

const ChartPicture = lazy(() =>
  import('../../../web/chart/chart-picture.tsx').then((part) => ({ default: part.ChartPicture })),
)

/** What a chart says, as a number, a picture or a table, to whoever may see its fields. */
export function ChartBody({ chart, asTable }: { chart: Chart; asTable: boolean }) {
  const { t } = useWords()
  const facts = useChartFacts(chart)
  if (!facts) return <p className="chart-note">{t('dashboards.notYours')}</p>
  return <Answer chart={chart} facts={facts} asTable={asTable} />
}

type AnswerProps = { chart: Chart; facts: ChartFacts; asTable: boolean }

function Answer({ chart, facts, asTable }: AnswerProps) {
  const { t } = useWords()
  const { data, error, refetch } = useChartGroups(facts, chart)
  const slicesOf = useSlices(facts, chart.form)
  if (!data) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton rows={5} />
  const told = slicesOf(data)
  const [only] = told.all
  if (chart.form === 'number' && !asTable)
    return (
      <p className="chart-number">
        <RowsLink chart={chart} object={facts.object} where={only?.where}>
          {only?.told}
        </RowsLink>
      </p>
    )
  if (told.all.every(({ where }) => !where)) return <p className="chart-note">{t('dashboards.nothing')}</p>
  if (asTable || told.isMixed)
    return (
      <>
        {told.isMixed && <p className="chart-note">{t('dashboards.currencies')}</p>}
        <ChartTable chart={chart} facts={facts} slices={told.all} />
      </>
    )
  return <Picture chart={chart} facts={facts} told={told} />
}

type PictureProps = { chart: Chart; facts: ChartFacts; told: Told }

function Picture({ chart, facts, told: { all, shown, left } }: PictureProps) {
  const { t, locale } = useWords()
  const navigate = useNavigate()
  const description = useDescription(chart, shown)
  const { object } = facts
  const pick = (at: number): void => {
    const where = shown[at]?.where
    if (where)
      void navigate({ to: '/o/$path', params: { path: object.path }, search: { where: both(chart.where, where) } })
  }
  const count = all.length
  const isCut = shown.some(({ value }) => value === undefined)
  return (
    <>
      <Suspense fallback={<Skeleton rows={5} />}>
        <ChartPicture
          form={chart.form}
          slices={shown}
          isTimeline={isCalendarSpan(chart.per)}
          description={description}
          height={heightOf(chart, shown.length)}
          onPick={pick}
        />
      </Suspense>
      {chart.form === 'map' && locale === 'en' && <Provinces chart={chart} facts={facts} slices={shown} />}
      {isCut && <p className="chart-note">{t('dashboards.cut', { shown: shown.length - 1, count })}</p>}
      {left && (
        <p className="chart-note">
          <RowsLink chart={chart} object={object} where={left.where}>
            {t('dashboards.left', { figure: left.told })}
          </RowsLink>
        </p>
      )}
    </>
  )
}

type ProvincesProps = { chart: Chart; facts: ChartFacts; slices: Told['shown'] }

/** The names for which a square has but letters, each with its figure and the way to its records. */
function Provinces({ chart, facts: { object }, slices }: ProvincesProps) {
  const known = slices.filter(({ figure }) => figure)
  return (
    <ul className="chart-provinces">
      {known.map((slice) => (
        <li key={String(slice.value)}>
          <span className="muted">{provinceNames[String(slice.value)]?.[1]}</span>{' '}
          <RowsLink chart={chart} object={object} where={slice.where}>
            {slice.text} {slice.told}
          </RowsLink>
        </li>
      ))}
    </ul>
  )
}

const mostRead = 12

/** The picture in words. */
function useDescription({ title }: Pick<Chart, 'title'>, slices: Told['shown']): string {
  const { t, locale } = useWords()
  const said = slices.filter(({ figure }) => figure).slice(-mostRead)
  const all = said.map(({ text, told }) => `${text} ${told}`).join(locale === 'zh' ? '，' : ', ')
  return t('dashboards.drawn', { title, all })
}

const [usual, ofMap, ofBar, ofAxis] = [260, 330, 28, 36]

function heightOf({ form, per }: Chart, count: number): number {
  if (form === 'map') return ofMap
  return form === 'bar' && !isCalendarSpan(per) ? Math.max(120, count * ofBar + ofAxis) : usual
}
