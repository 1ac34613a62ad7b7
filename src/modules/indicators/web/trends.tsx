import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import type { PeriodLength } from '#shared/calendar-period'
import { countNames, figuresIn } from '#shared/figures'
import type { Filter } from '#shared/filter'
import type { ObjectWire } from '#shared/wire'
import { fieldOf } from '../../../web/api/definitions.ts'
import { InPlaceSection } from '../../../web/file/in-place-section.tsx'
import { type Group, groupsQuery } from '../../../web/groups/groups-query.ts'
import { Skeleton } from '../../../web/ui/skeleton.tsx'
import { useWords } from '../../../web/words/words.ts'
import { FigureOf, figureOf, useTell } from './figure-of.tsx'
import type { Whose } from './figures.ts'
import { type BehindName, behindNames } from './rows-behind.ts'
import { useIndicatorWords } from './words.ts'
import '../../../web/ui/figure-table.css'

const ChartPicture = lazy(() =>
  import('../../../web/chart/chart-picture.tsx').then((part) => ({ default: part.ChartPicture })),
)

type TrendsProps = {
  scores: ObjectWire
  whose: Whose
  length: PeriodLength
  /** Shows what is behind a figure of a period. */
  onPick: (period: string, name: BehindName) => void
}

const mostPeriods = 12

/** How the figures of a person, a unit or all went from one kept period to the next: drawn, and as a table. */
export function Trends({ scores, whose, length, onPick }: TrendsProps) {
  const t = useIndicatorWords()
  const sums = [...countNames, 'age'].flatMap((name) => fieldOf(scores, name) ?? [])
  const query = { where: { length, ...filterOf(whose) } }
  const { data, error } = useQuery(groupsQuery({ object: scores, query, by: 'period' }, sums))
  const periods = (data?.groups ?? []).map(periodIn).toSorted(byName).slice(-mostPeriods)
  const names = behindNames.filter((name) => periods.some(({ figures }) => figureOf(figures, name) !== null))
  const title = whose.sort === 'all' ? t('trendOfAll') : t('trend', { name: whose.name })
  return (
    <InPlaceSection title={title} icon={scores.icon} error={error}>
      {data && periods.length === 0 && <p className="muted">{t('noTrend')}</p>}
      {periods.length > 0 && (
        <>
          <div className="indicators-trends">
            {names.map((name) => (
              <Trend key={name} name={name} whose={whose} periods={periods} onPick={onPick} />
            ))}
          </div>
          <details>
            <summary>{t('asTable')}</summary>
            <TrendTable names={names} periods={periods} />
          </details>
        </>
      )}
    </InPlaceSection>
  )
}

function filterOf({ sort, id }: Whose): Filter {
  if (sort === 'all') return {}
  if (sort === 'person') return { owner: id ?? '' }
  return { unit: id ?? { empty: true } }
}

type Period = ReturnType<typeof periodIn>

/** An age in the middle of several middles would be none. */
function periodIn({ value, count, sums }: Group) {
  return { period: String(value), figures: figuresIn({ ...sums, age: count === 1 ? sums.age : null }) }
}

function byName({ period: one }: Period, { period: other }: Period): number {
  return one < other ? -1 : 1
}

type TrendProps = Pick<TrendsProps, 'whose' | 'onPick'> & { name: BehindName; periods: readonly Period[] }

const height = 180

function Trend({ name, whose, periods, onPick }: TrendProps) {
  const t = useIndicatorWords()
  const { locale } = useWords()
  const tell = useTell()
  const slices = periods.map(({ period, figures }) => ({
    value: period,
    text: period,
    figure: figureOf(figures, name) ?? undefined,
    told: tell(figures, name) ?? '—',
  }))
  const all = slices.map(({ text, told }) => `${text} ${told}`).join(locale === 'zh' ? '，' : ', ')
  return (
    <figure>
      <figcaption>{t(name)}</figcaption>
      <Suspense fallback={<Skeleton rows={4} />}>
        <ChartPicture
          form="line"
          slices={slices}
          isTimeline
          description={t('drawn', { name: whose.name, figure: t(name), all })}
          height={height}
          onPick={(at) => onPick(slices[at]?.text ?? '', name)}
        />
      </Suspense>
    </figure>
  )
}

function TrendTable({ names, periods }: { names: readonly BehindName[]; periods: readonly Period[] }) {
  const t = useIndicatorWords()
  return (
    <div className="figure-table indicators-table">
      <table>
        <thead>
          <tr>
            <th scope="col">{t('period')}</th>
            {names.map((name) => (
              <th key={name} scope="col" className="figure">
                {t(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {periods.map(({ period, figures }) => (
            <tr key={period}>
              <th scope="row">{period}</th>
              {names.map((name) => (
                <td key={name} className="figure">
                  <FigureOf figures={figures} name={name} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
