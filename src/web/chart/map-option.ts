import type { CustomSeriesOption } from 'echarts/charts'
import type { EChartsCoreOption } from 'echarts/core'
import type { Drawing } from './chart-option.ts'
import type { Palette } from './palette.ts'
import { provinceNames } from './province-names.ts'
import { provinceTiles, tileColumns, tileRows } from './province-tiles.ts'
import type { Slice } from './slice.ts'

type RenderItem = NonNullable<CustomSeriesOption['renderItem']>

/** China as squares, one for each province at its place: small ones are as easy to see and to meet as large ones. */
export function mapSeries({ slices, palette }: Pick<Drawing, 'slices' | 'palette'>): EChartsCoreOption {
  const most = Math.max(1, ...slices.map(({ figure }) => figure ?? 0))
  const axis = { type: 'value', show: false, min: 0 } as const
  return {
    grid: { left: 4, right: 4, top: 4, bottom: 4 },
    xAxis: { ...axis, max: tileColumns },
    yAxis: { ...axis, max: tileRows, inverse: true },
    series: [
      {
        type: 'custom',
        cursor: 'pointer',
        data: slices.map(({ value }) => [...(provinceTiles[String(value)] ?? [])]),
        renderItem: squareOf(slices, palette, most),
      },
    ],
  }
}

function squareOf(slices: readonly Slice[], palette: Palette, most: number): RenderItem {
  return (params, api) => {
    const [x = 0, y = 0] = api.coord([api.value(0), api.value(1)])
    const size = api.size?.([1, 1])
    const [width = 0, height = 0] = Array.isArray(size) ? size : []
    const slice = slices[params.dataIndex]
    const share = (slice?.figure ?? 0) / most
    const fill = mixed(palette.soft, palette.primary, share)
    const fontSize = width < 56 ? 10 : 12
    const name = nameThatFits(slice, (width - 5) / fontSize)
    return {
      type: 'rect',
      shape: { x: x + 1.5, y: y + 1.5, width: width - 3, height: height - 3, r: 4 },
      style: { fill: share > 0 ? rgb(fill) : palette.line },
      textContent: {
        type: 'text',
        style: {
          text: share > 0 && height > 30 ? `${name}\n${slice?.told}` : name,
          fill: share > 0 ? clearestOn(fill, palette) : palette.muted,
          fontSize,
          fontFamily: palette.font,
          align: 'center',
          lineHeight: fontSize + 3,
        },
      },
      textConfig: { position: 'inside' },
    }
  }
}

/** In so many widths of a Chinese sign, of which a Latin letter takes somewhat more than half; else its letters. */
function nameThatFits(slice: Slice | undefined, room: number): string {
  const { value, text } = slice ?? { value: '', text: '' }
  const width = [...text].reduce((sum, sign) => sum + (sign > '\u2e80' ? 1 : 0.6), 0)
  return width > room ? (provinceNames[String(value)]?.[1] ?? text) : text
}

type Colour = readonly number[]

/** `#rrggbb` or, as it is built, `#rgb` as its three parts. */
function parts(colour: string): Colour {
  const whole = colour.length === 4 ? colour.replace(/[^#]/g, '$&$&') : colour
  return [1, 3, 5].map((at) => Number.parseInt(whole.slice(at, at + 2), 16))
}

/** A colour between two. */
function mixed(from: string, to: string, share: number): Colour {
  const end = parts(to)
  return parts(from).map((part, at) => Math.round(part + ((end[at] ?? 0) - part) * share))
}

function rgb(colour: Colour): string {
  return `rgb(${colour.join(', ')})`
}

/** Which of the page's colours of text is read best on a square. */
function clearestOn(fill: Colour, { text, onPrimary }: Palette): string {
  const contrast = (colour: string): number => {
    const [dark = 0, light = 0] = [luminance(fill), luminance(parts(colour))].toSorted((one, other) => one - other)
    return (light + 0.05) / (dark + 0.05)
  }
  return contrast(text) > contrast(onPrimary) ? text : onPrimary
}

/** As WCAG has it. */
function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = colour.map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
