import type { EChartsCoreOption } from 'echarts/core'
import type { ChartForm } from '#shared/chart'
import { mapSeries } from './map-option.ts'
import type { Palette } from './palette.ts'
import type { Slice } from './slice.ts'

export type Drawing = {
  form: ChartForm
  slices: readonly Slice[]
  /** Bars stand upright in the order of time. */
  isTimeline: boolean
  /** Read aloud. */
  description: string
  palette: Palette
  moves: boolean
}

/** What the kit draws: each part names its place among the slices. */
export function optionOf(drawing: Drawing): EChartsCoreOption {
  const { palette, description, moves } = drawing
  return {
    animation: moves,
    animationDuration: 300,
    aria: { enabled: true, label: { description } },
    color: [...palette.series],
    textStyle: { fontFamily: palette.font, color: palette.text },
    // Drawn, never HTML: names of records are other people's texts.
    tooltip: {
      renderMode: 'richText',
      confine: true,
      backgroundColor: palette.surface,
      borderColor: palette.line,
      textStyle: { color: palette.text, fontSize: 12 },
      formatter: ({ dataIndex }: { dataIndex: number }) => tipOf(drawing.slices[dataIndex]),
    },
    ...shapeOf(drawing),
  }
}

function tipOf(slice: Slice | undefined): string {
  return slice ? `${slice.text}\n${slice.told}` : ''
}

function shapeOf(drawing: Drawing): EChartsCoreOption {
  switch (drawing.form) {
    case 'number':
      return {}
    case 'line':
    case 'bar':
      return drawing.isTimeline ? upright(drawing) : lying(drawing)
    case 'pie':
      return round(drawing)
    case 'funnel':
      return steps(drawing)
    case 'map':
      return mapSeries(drawing)
  }
}

const grid = { left: 8, right: 16, top: 16, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' }

function axes({ slices, palette }: Drawing) {
  const label = { color: palette.muted, fontSize: 11 }
  return {
    names: {
      type: 'category',
      data: slices.map(({ text }) => text),
      axisLabel: { ...label, hideOverlap: true, width: 150, overflow: 'truncate' },
      axisLine: { lineStyle: { color: palette.line } },
      axisTick: { show: false },
    },
    figures: {
      type: 'value',
      minInterval: slices.every(({ figure }) => Number.isInteger(figure ?? 0)) ? 1 : 0,
      axisLabel: { ...label, formatter: shortFigure, hideOverlap: true },
      splitLine: { lineStyle: { color: palette.line } },
    },
  }
}

/** Along an axis a rough figure is enough, 15万 or 150K; the tips and the table have the whole one. */
function shortFigure(figure: number): string {
  const { lang } = document.documentElement
  return new Intl.NumberFormat(lang, { notation: 'compact', maximumFractionDigits: 1 }).format(figure)
}

function upright({ form, slices, palette, ...rest }: Drawing): EChartsCoreOption {
  const { names, figures } = axes({ form, slices, palette, ...rest })
  const data = slices.map(({ figure }) => figure ?? null)
  const series =
    form === 'line'
      ? {
          type: 'line',
          data,
          symbolSize: 7,
          symbol: 'circle',
          showAllSymbol: true,
          lineStyle: { width: 2 },
          areaStyle: { opacity: 0.08 },
        }
      : { type: 'bar', data, barMaxWidth: 36, itemStyle: { borderRadius: [3, 3, 0, 0] } }
  return { grid, xAxis: names, yAxis: figures, series: [{ ...series, cursor: 'pointer' }] }
}

function lying(drawing: Drawing): EChartsCoreOption {
  const { names, figures } = axes(drawing)
  const { slices, palette } = drawing
  return {
    grid: { ...grid, right: 64 },
    xAxis: { ...figures, splitNumber: 3 },
    yAxis: { ...names, inverse: true },
    series: [
      {
        type: 'bar',
        data: slices.map(({ figure }) => figure ?? null),
        barMaxWidth: 22,
        cursor: 'pointer',
        itemStyle: { borderRadius: [0, 3, 3, 0] },
        label: {
          show: true,
          position: 'right',
          color: palette.text,
          fontSize: 11,
          formatter: ({ dataIndex }: { dataIndex: number }) => slices[dataIndex]?.told ?? '',
        },
      },
    ],
  }
}

function round({ slices, palette }: Drawing): EChartsCoreOption {
  return {
    series: [
      {
        type: 'pie',
        radius: ['42%', '68%'],
        center: ['50%', '52%'],
        cursor: 'pointer',
        data: slices.map(({ text, figure }) => ({ name: text, value: figure ?? 0 })),
        itemStyle: { borderColor: palette.surface, borderWidth: 2 },
        labelLine: { length: 8, length2: 6 },
        label: {
          color: palette.text,
          fontSize: 11,
          formatter: ({ dataIndex, percent }: { dataIndex: number; percent: number }) =>
            `${slices[dataIndex]?.text ?? ''}\n${slices[dataIndex]?.told ?? ''} · ${Math.round(percent)}%`,
        },
      },
    ],
  }
}

function steps({ slices, palette }: Drawing): EChartsCoreOption {
  return {
    series: [
      {
        type: 'funnel',
        sort: 'none',
        left: 8,
        right: '46%',
        top: 8,
        bottom: 8,
        minSize: '2%',
        gap: 3,
        cursor: 'pointer',
        data: slices.map(({ text, figure }) => ({ name: text, value: figure ?? 0 })),
        itemStyle: { borderWidth: 0 },
        labelLine: { length: 8, lineStyle: { color: palette.line } },
        label: {
          position: 'right',
          color: palette.text,
          fontSize: 11,
          formatter: ({ dataIndex }: { dataIndex: number }) =>
            `${slices[dataIndex]?.text ?? ''}  ${slices[dataIndex]?.told ?? ''}`,
        },
      },
    ],
  }
}
