import { ChartColumn, ChartNoAxesCombined } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import type { Chart } from '#shared/chart'
import type { ObjectWire, RecordAnswer } from '#shared/wire'
import { Button } from '../../../web/ui/button.tsx'
import { DragBetween } from '../../../web/ui/drag-between.tsx'
import { EmptyState } from '../../../web/ui/empty-state.tsx'
import { useWords } from '../../../web/words/words.ts'
import { ChartCard } from './chart-card.tsx'
import { movedTo } from './read-charts.ts'
import { useCharts } from './use-charts.ts'

const ChartForm = lazy(() => import('./chart-form.tsx').then((part) => ({ default: part.ChartForm })))

/** The charts of a dashboard; whoever owns it puts them together. */
export function Board({ object, record }: { object: ObjectWire; record: RecordAnswer }) {
  const { t } = useWords()
  const { charts, change } = useCharts(object, record)
  const [edited, setEdited] = useState<Chart | 'new'>()
  const isOwn = record.can.includes('update')
  const keep = (chart: Chart): void => {
    const isNew = edited === 'new'
    setEdited(undefined)
    const next = isNew ? [...charts, chart] : charts.map((one) => (one.id === chart.id ? chart : one))
    change(next, t('dashboards.kept', { title: chart.title }))
  }
  const move = (from: unknown, to: unknown): void => {
    const chart = charts.find(({ id }) => id === from)
    const next = chart && movedTo(charts, chart.id, String(to))
    if (next && next !== charts) change(next, t('dashboards.moved', { title: chart.title }))
  }
  const add = isOwn && (
    <Button look="primary" icon={ChartColumn} onClick={() => setEdited('new')}>
      {t('dashboards.add')}
    </Button>
  )
  return (
    <>
      {charts.length === 0 ? (
        <EmptyState
          icon={ChartNoAxesCombined}
          title={t('dashboards.empty')}
          text={t(isOwn ? 'dashboards.emptyText' : 'dashboards.emptyOfOthers')}
        >
          {add}
        </EmptyState>
      ) : (
        <DragBetween hint={t('dashboards.hint')} onDrop={(dragged, place) => move(dragged.id, place.id)}>
          <div className="charts">
            {charts.map((chart) => (
              <ChartCard
                key={chart.id}
                chart={chart}
                charts={charts}
                onChange={isOwn ? change : undefined}
                onEdit={() => setEdited(chart)}
              />
            ))}
          </div>
          {add && <div className="charts-foot">{add}</div>}
        </DragBetween>
      )}
      <Suspense fallback={null}>
        {edited && (
          <ChartForm chart={edited === 'new' ? undefined : edited} onKeep={keep} onClose={() => setEdited(undefined)} />
        )}
      </Suspense>
    </>
  )
}
