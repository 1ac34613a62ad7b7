import type { Content, DocumentDefinition } from 'pdfmake'
import { placesOn, type Sheet, type SheetName, sheets } from '#shared/label-sheets'

/** What stands on one label; empty texts leave their line out. */
export type LabelText = { number: string; code: string; name: string; qr: string }

/** `start`: the first place that is still free on a sheet that was begun, from 1. `logo`: the company's picture as a data address. */
export type LabelTask = { sheet: SheetName; start: number; labels: readonly LabelText[]; logo?: string }

export const fontName = 'Label'

const pointsPerMillimetre = 72 / 25.4
const margin = 4
const between = 3
const numberSize = 11
const textSize = 9
/** As high as the least of the sheets has room above a number, a code and a name of two lines. */
const logoHeight = 14

/** The pages as the maker of documents takes them: each label at its place, nothing beyond its edge. */
export function labelPages({ sheet: name, start, labels, logo }: LabelTask): DocumentDefinition {
  const sheet: Sheet = sheets[name]
  const many = placesOn(sheet)
  return {
    pageSize: { width: points(sheet.page.width), height: points(sheet.page.height) },
    pageMargins: 0,
    defaultStyle: { font: fontName, fontSize: textSize },
    // Drawn once, however many labels show it.
    ...(logo ? { images: { logo } } : {}),
    content: labels.map((label, index) => {
      const at = start - 1 + index
      return {
        ...labelAt({ sheet, at: at % many, hasLogo: !!logo }, label),
        ...(index > 0 && at % many === 0 ? { pageBreak: 'before' } : {}),
      }
    }),
  }
}

type Place = { sheet: Sheet; at: number; hasLogo: boolean }

function labelAt({ sheet, at, hasLogo }: Place, { number, code, name, qr }: LabelText): Content {
  const x = sheet.left + (at % sheet.columns) * (sheet.width + sheet.gap) + margin
  const y = sheet.top + Math.floor(at / sheet.columns) * sheet.height + margin
  const side = points(sheet.height - 2 * margin)
  const room = points(sheet.width - 2 * margin)
  const beside = qr ? room - side - points(between) : room
  const texts: Content[] = [
    ...(hasLogo ? [{ image: 'logo', fit: [beside, logoHeight] as const }] : []),
    { text: number, fontSize: fitting(number, beside, numberSize), noWrap: true },
    ...(code ? [{ text: code, fontSize: fitting(code, beside, textSize), noWrap: true, margin: topMargin }] : []),
    ...(name ? [{ text: twoLines(name, beside), margin: topMargin }] : []),
  ]
  const stack = { stack: texts, margin: [qr ? points(between) : 0, 0, 0, 0] as const }
  return {
    absolutePosition: { x: points(x), y: points(y) },
    layout: 'noPadding',
    table: qr
      ? { widths: [side, beside + points(between)], body: [[{ qr, fit: side, eccLevel: 'M' }, stack]] }
      : { widths: [room], body: [[stack]] },
  }
}

const topMargin = [0, 3, 0, 0] as const

function points(millimetres: number): number {
  return millimetres * pointsPerMillimetre
}

/** About as wide as it is: Chinese characters are square, others a little more than half of that. */
function widthOf(text: string): number {
  return [...text].reduce((sum, each) => sum + (each.charCodeAt(0) > 0x2e7f ? 1 : 0.62), 0)
}

/** A number is whole or it is none: a long one is set smaller. */
function fitting(text: string, room: number, usual: number): number {
  return Math.min(usual, room / Math.max(widthOf(text), 1))
}

function twoLines(text: string, room: number): string {
  const most = (room / textSize) * 2 - 2
  if (widthOf(text) <= most) return text
  const characters = [...text]
  while (characters.length > 1 && widthOf(characters.join('')) > most - 1) characters.pop()
  return `${characters.join('')}…`
}
