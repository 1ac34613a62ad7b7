import { optionOf } from '../../../web/chart/chart-option.ts'
import type { PictureProps } from '../../../web/chart/chart-picture.tsx'
import { init } from '../../../web/chart/echarts.ts'
import { type Palette, paletteOf } from '../../../web/chart/palette.ts'

type Saved = Pick<PictureProps, 'form' | 'slices' | 'isTimeline' | 'description'> & { title: string; detail: string }

const [width, height, head, scale] = [960, 600, 72, 2]

/** A chart as a file: on white, with its name, and whose it is and of when. */
export async function savePicture(saved: Saved): Promise<void> {
  const svg = drawnApart(saved, paletteOf('light'))
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = width * scale
  canvas.height = height * scale
  const drawn = canvas.getContext('2d')
  if (!drawn) throw new Error('no canvas')
  drawn.drawImage(image, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  if (!blob) throw new Error('no picture')
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = `${saved.title.replace(/[\\/:*?"<>|]/g, ' ')}.png`
  link.click()
  URL.revokeObjectURL(link.href)
}

function drawnApart({ title, detail, ...shown }: Saved, palette: Palette): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height })
  const option = optionOf({ ...shown, palette, moves: false })
  const [only] = shown.slices
  const told = { fontFamily: palette.font, color: palette.text }
  const heading = {
    text: title,
    subtext: detail,
    left: 24,
    top: 16,
    textStyle: { ...told, fontSize: 18, fontWeight: 600 },
    subtextStyle: { ...told, color: palette.muted, fontSize: 12 },
  }
  const figure = { text: only?.told ?? '', left: 'center', top: 'middle', textStyle: { ...told, fontSize: 64 } }
  chart.setOption({
    ...option,
    backgroundColor: palette.surface,
    title: shown.form === 'number' ? [heading, figure] : [heading],
    ...below(option),
  })
  const svg = chart.renderToSVGString()
  chart.dispose()
  return svg
}

/** The chart below its heading. */
function below({ grid, series }: Record<string, unknown>): Record<string, unknown> {
  if (typeof grid === 'object' && grid) return { grid: { ...grid, top: head + 16, left: 24, right: 72, bottom: 20 } }
  return { series: (Array.isArray(series) ? series : []).map((one: object) => ({ ...one, top: head, bottom: 20 })) }
}
