import { inflateSync } from 'node:zlib'
import jsqr from 'jsqr'

/** A page as whoever looks at it reads it. `lost`: signs that the font does not have. */
export type PdfPage = {
  texts: string[]
  lost: number
  codes: string[]
  /** How large each picture is on the page, in points. */
  pictures: { width: number; height: number }[]
  width: number
  height: number
}

/** Reads the plain PDF that our maker writes back: text by the tables of its fonts, and codes off the drawn squares. */
export function readPdf(content: Buffer): PdfPage[] {
  const objects = objectsIn(content)
  const signs = new Map<string, string>()
  for (const { data } of objects.values())
    if (data.includes('beginbfrange')) for (const [key, value] of signsIn(data)) signs.set(key, value)
  return [...objects.values()].flatMap(({ head }) => {
    const drawn = /\/Type \/Page\n[\s\S]*\/Contents (\d+) 0 R/.exec(head)?.[1]
    if (!drawn) return []
    const [, width = 0, height = 0] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(head)?.map(Number) ?? []
    const data = objects.get(drawn)?.data ?? ''
    return [{ ...textsIn(data, signs), codes: codesIn(data), pictures: picturesIn(data), width, height }]
  })
}

type PdfObject = { head: string; data: string }

function objectsIn(content: Buffer): Map<string, PdfObject> {
  const parts = content.toString('latin1').matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)
  return new Map(
    [...parts].map(([, id = '', body = '']) => {
      const [head = '', ...rest] = body.split('stream\n')
      const raw = Buffer.from(rest.join('stream\n').replace(/\nend(stream\n)?$/, ''), 'latin1')
      const data = head.includes('/FlateDecode') ? inflateSync(raw).toString('latin1') : raw.toString('latin1')
      return [id, { head, data }]
    }),
  )
}

/** What each code of a font stands for. */
function signsIn(table: string): [string, string][] {
  const ranges = table.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/g)
  return [...ranges].flatMap(([, from = '', list = '']) =>
    [...list.matchAll(/<([0-9a-f ]*)>/g)].map(([, hex = ''], index): [string, string] => [
      (Number.parseInt(from, 16) + index).toString(16).padStart(4, '0'),
      Buffer.from(hex.replaceAll(' ', ''), 'hex').swap16().toString('utf16le'),
    ]),
  )
}

/** Texts from one to the next place; the sign of code 0 is the empty box of what a font has not. */
function textsIn(drawn: string, signs: ReadonlyMap<string, string>): { texts: string[]; lost: number } {
  const codes = [...drawn.matchAll(/BT\n([\s\S]*?)\nET/g)].map(([, part = '']) =>
    [...part.matchAll(/<([0-9a-f]+)>/g)].flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? []),
  )
  return {
    texts: codes.map((text) => text.map((code) => signs.get(code) ?? '').join('')),
    lost: codes.flat().filter((code) => code === '0000').length,
  }
}

/** A picture is a square of one point, stretched. */
function picturesIn(drawn: string): { width: number; height: number }[] {
  const placed = drawn.matchAll(/\n([\d.]+) 0 0 -?([\d.]+) [\d. -]+ cm\n\/I\d+ Do/g)
  return [...placed].map(([, width, height]) => ({ width: Number(width), height: Number(height) }))
}

type Square = { x: number; y: number; width: number; height: number }

/** A code is a white square with black ones on it. */
function codesIn(drawn: string): string[] {
  const codes: { ground: Square; modules: Square[] }[] = []
  for (const [, place = '', colour] of drawn.matchAll(/\n([\d. -]+) re\n\/DeviceRGB cs\n([01]) [01] [01] scn/g)) {
    const [x = 0, y = 0, width = 0, height = 0] = place.split(' ').map(Number)
    const square = { x, y, width, height }
    if (colour === '1') codes.push({ ground: square, modules: [] })
    else codes.at(-1)?.modules.push(square)
  }
  return codes.map(({ ground, modules }) => codeIn(ground, modules))
}

const scale = 4
const quiet = 32

/** Looks at the squares as a phone does. */
function codeIn(ground: Square, modules: readonly Square[]): string {
  const side = Math.round(ground.width * scale) + 2 * quiet
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255)
  const place = (points: number): number => Math.round(points * scale) + quiet
  for (const { x, y, width, height } of modules)
    for (let row = place(y - ground.y); row < place(y - ground.y + height); row++)
      for (let column = place(x - ground.x); column < place(x - ground.x + width); column++)
        pixels.fill(0, (row * side + column) * 4, (row * side + column) * 4 + 3)
  return jsqr.default(pixels, side, side)?.data ?? ''
}
