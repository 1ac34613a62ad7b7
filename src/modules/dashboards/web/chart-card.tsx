import { Ellipsis, Table2 } from 'lucide-react'
import { useState } from 'react'
import { type Chart, type ChartWidth, chartWidths } from '#shared/chart'
import { IconButton } from '../../../web/ui/button.tsx'
import { DragHandle, useMovable } from '../../../web/ui/drag-handle.tsx'
import { Menu, type MenuEntry, type MenuItem } from '../../../web/ui/menu.tsx'
import { useWords } from '../../../web/words/words.ts'
import { ChartBody } from './chart-body.tsx'
import { movedBy } from './read-charts.ts'
import { ResizeEdge } from './resize-edge.tsx'
import { type ChartFacts, useChartFacts } from './use-chart.ts'
import type { ChangeCharts } from './use-charts.ts'
import { useSavePicture } from './use-save-picture.ts'

type ChartCardProps = {
  chart: Chart
  charts: readonly Chart[]
  /** Absent: somebody else's dashboard. */
  onChange?: ChangeCharts
  onEdit: () => void
}

/** A chart on its dashboard, with its name and what can be done with it. */
export function ChartCard(props: ChartCardProps) {
  const { chart, onChange } = props
  const [asTable, setAsTable] = useState(false)
  const [width, setWidth] = useState<ChartWidth>()
  const shown = width ?? chart.width
  const { ref, style, looks, handle } = useMovable(chart.id, { id: chart.id }, { disabled: !onChange })
  const facts = useChartFacts(chart)
  const resize = useResize(props, setWidth)
  return (
    <section ref={ref} aria-label={chart.title} className={`chart-card chart-${shown} ${looks}`} style={style}>
      <header className="chart-head">
        {onChange && <Handle {...props} handle={handle} />}
        <h2 className="truncate" title={chart.title}>
          {chart.title}
        </h2>
        <Actions {...props} facts={facts} asTable={asTable} onTable={setAsTable} onResize={resize} />
      </header>
      <ChartBody chart={chart} asTable={asTable} />
      {onChange && <ResizeEdge title={chart.title} width={shown} onDraw={setWidth} onResize={resize} />}
    </section>
  )
}

/** The width follows the pointer, and stays as it is let go. */
function useResize({ chart, charts, onChange }: ChartCardProps, draw: (width: ChartWidth | undefined) => void) {
  const { t } = useWords()
  return (width: ChartWidth): void => {
    draw(undefined)
    if (width !== chart.width)
      onChange?.(
        charts.map((one) => (one.id === chart.id ? { ...one, width } : one)),
        t('dashboards.kept', { title: chart.title }),
      )
  }
}

type HandleProps = ChartCardProps & Pick<ReturnType<typeof useMovable>, 'handle'>

/** Takes a chart to another place, by the pointer or by the arrows. */
function Handle({ chart, charts, onChange, handle }: HandleProps) {
  const { t } = useWords()
  const step = (by: 1 | -1): void => {
    const next = movedBy(charts, chart.id, by)
    if (next !== charts) onChange?.(next, t('dashboards.moved', { title: chart.title }))
  }
  return (
    <DragHandle
      id={`handle-${chart.id}`}
      label={t('dashboards.move', { title: chart.title })}
      handle={handle}
      onStep={step}
    />
  )
}

type ActionsProps = ChartCardProps & {
  facts: ChartFacts | undefined
  asTable: boolean
  onTable: (asTable: boolean) => void
  onResize: (width: ChartWidth) => void
}

function Actions({ chart, charts, onChange, onEdit, facts, asTable, onTable, onResize }: ActionsProps) {
  const { t } = useWords()
  const { title } = chart
  const own: MenuEntry[] = onChange
    ? [
        { key: 'edit', label: t('dashboards.edit'), run: onEdit },
        ...moves(charts, chart, (next) => onChange(next, t('dashboards.moved', { title }))).map(({ key, ...move }) => ({
          ...move,
          key,
          label: t(`dashboards.${key}`),
        })),
        {
          key: 'width',
          title: t('dashboards.width'),
          items: chartWidths.map((width) => ({
            key: width,
            label: t(`dashboards.widths.${width}`),
            checked: width === chart.width,
            run: () => onResize(width),
          })),
        },
        'line',
        {
          key: 'remove',
          label: t('dashboards.remove'),
          danger: true,
          run: () =>
            onChange(
              charts.filter((one) => one.id !== chart.id),
              t('dashboards.removed', { title }),
            ),
        },
      ]
    : []
  return (
    <span className="chart-actions">
      <IconButton
        icon={Table2}
        size={15}
        label={t(asTable ? 'dashboards.asPicture' : 'dashboards.asTable')}
        pressed={asTable}
        onClick={() => onTable(!asTable)}
      />
      {facts ? (
        <FullMenu chart={chart} facts={facts} own={own} />
      ) : (
        own.length > 0 && <CardMenu title={title} entries={own} />
      )}
    </span>
  )
}

function moves(charts: readonly Chart[], { id }: Chart, onMove: (charts: readonly Chart[]) => void) {
  const way = (key: 'earlier' | 'later', by: number) => {
    const next = movedBy(charts, id, by)
    return { key, disabled: next === charts, run: () => onMove(next) }
  }
  return [way('earlier', -1), way('later', 1)]
}

function FullMenu({ chart, facts, own }: { chart: Chart; facts: ChartFacts; own: readonly MenuEntry[] }) {
  const { t } = useWords()
  const run = useSavePicture(chart, facts)
  const save: MenuItem[] = run ? [{ key: 'save', label: t('dashboards.save'), run }] : []
  const entries = [...save, ...own]
  return entries.length > 0 && <CardMenu title={chart.title} entries={entries} />
}

function CardMenu({ title, entries }: { title: string; entries: readonly MenuEntry[] }) {
  const { t } = useWords()
  return (
    <Menu entries={entries}>
      <span>
        <IconButton icon={Ellipsis} size={15} label={t('dashboards.more', { title })} />
      </span>
    </Menu>
  )
}
