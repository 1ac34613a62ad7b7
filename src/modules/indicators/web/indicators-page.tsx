import { useQuery } from '@tanstack/react-query'
import { Gauge } from 'lucide-react'
import { useRef, useState } from 'react'
import { type PeriodLength, periodBefore, periodLengths, periodOf } from '#shared/calendar-period'
import type { ObjectWire } from '#shared/wire'
import { useObjectNamed } from '../../../web/api/definitions.ts'
import { NotFoundPage } from '../../../web/shell/not-found-page.tsx'
import { useDocumentTitle } from '../../../web/shell/use-document-title.ts'
import { EmptyState } from '../../../web/ui/empty-state.tsx'
import { ErrorState } from '../../../web/ui/error-state.tsx'
import { PlainSelect } from '../../../web/ui/inputs/selects.ts'
import { PageHead } from '../../../web/ui/page-head.tsx'
import { Skeleton } from '../../../web/ui/skeleton.tsx'
import { BehindFigure } from './behind-figure.tsx'
import { figuresQuery, personOf, type Whose } from './figures.ts'
import { FiguresTable } from './figures-table.tsx'
import type { BehindName } from './rows-behind.ts'
import { Trends } from './trends.tsx'
import { useIndicatorWords } from './words.ts'
import './indicators.css'

/** What one's own work and that of the people one leads comes to, period by period. */
export function IndicatorsPage() {
  const scores = useObjectNamed('indicator_score')
  return scores?.can.includes('read') ? <Indicators scores={scores} /> : <NotFoundPage />
}

const mostPeriods = 12

function Indicators({ scores }: { scores: ObjectWire }) {
  const t = useIndicatorWords()
  const [length, setLength] = useState<PeriodLength>('month')
  const periods = periodsOf(length)
  const [chosen, setChosen] = useState('')
  const period = periods.find(({ name }) => name === chosen) ?? periods[0]
  const [whose, setWhose] = useState<Whose>()
  const [open, setOpen] = useState<{ id: string; name: BehindName }>()
  const { data, error } = useQuery(figuresQuery(period?.name ?? ''))
  const top = useRef<HTMLDivElement>(null)
  useDocumentTitle(t('title'))
  if (error) return <ErrorState error={error} />
  const [first] = data?.people ?? []
  const all: Whose = { sort: 'all', id: null, name: t('total') }
  const shown = whose ?? (data?.people.length === 1 && first ? personOf(first) : all)
  const opened = data?.people.find(({ id }) => id === open?.id)
  const choose = (next: Whose): void => {
    setWhose(next)
    top.current?.scrollIntoView({ block: 'start' })
  }
  const isOver = data !== undefined && data.until <= today()
  return (
    <>
      <PageHead title={t('title')} />
      <div className="page-scroll indicators-page">
        <p className="muted">{t('text')}</p>
        <div ref={top} className="indicators-line">
          <PlainSelect
            aria-label={t('period')}
            value={length}
            options={periodLengths.map((value) => ({ value, label: t(`length.${value}`) }))}
            onChange={(next) => setLength(periodLengths.find((one) => one === next) ?? 'month')}
          />
          <PlainSelect
            aria-label={t('period')}
            value={period?.name ?? ''}
            options={periods.map(({ name }) => ({ value: name, label: name }))}
            onChange={setChosen}
          />
          {data && <span className="meta">{t(data.closed ? 'kept' : isOver ? 'notKept' : 'running')}</span>}
        </div>
        {data && !data.sound && <p className="trouble">{t('changed')}</p>}
        {!data && <Skeleton rows={8} />}
        {data?.people.length === 0 && <EmptyState icon={Gauge} title={t('none')} text={t('noneText')} />}
        {data && first && (
          <>
            <Trends
              scores={scores}
              whose={shown}
              length={length}
              onPick={(next, name) => {
                setChosen(next)
                if (shown.id && shown.sort === 'person') setOpen({ id: shown.id, name })
              }}
            />
            <FiguresTable
              people={data.people}
              chosen={shown}
              onChoose={choose}
              onOpen={({ id }, name) => setOpen({ id, name })}
            />
            {open && opened && (
              <BehindFigure
                person={opened}
                name={open.name}
                period={data.period}
                span={{ from: data.from, until: data.until, runs: !isOver }}
                onClose={() => setOpen(undefined)}
              />
            )}
          </>
        )}
      </div>
    </>
  )
}

const today = (): string => new Date().toLocaleDateString('sv-SE')

/** The latest periods of a length, the one that runs first. */
function periodsOf(length: PeriodLength) {
  const periods = [periodOf(length, today())]
  while (periods.length < mostPeriods) periods.push(periodBefore(periods.at(-1) ?? periodOf(length, today())))
  return periods
}
