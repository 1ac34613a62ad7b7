/** Red, green and blue, from 0 to 255. */
type Colour = readonly [number, number, number]

const white: Colour = [255, 255, 255]
const black: Colour = [0, 0, 0]

/** What the accent is written on, or written with, in either mode. */
const grounds = {
  light: ['#ffffff', '#f7f7f8', '#f3f3f5'],
  dark: ['#0f1012', '#151619', '#1c1d21', '#1d1e22', '#10142a'],
} as const
export type Mode = keyof typeof grounds

/** WCAG AA for text. */
const least = 4.5

/** The colour itself where it can be read on a light page, else the nearest darker one; undefined for what is no colour. */
export function nearestAccent(text: string): string | undefined {
  return read(text) && accentIn(text, 'light')
}

/** An accent as a mode shows it: no colour can be read on white and on black, so a dark page shows a lighter one. */
export function accentIn(text: string, mode: Mode): string {
  const colour = read(text) ?? black
  const end = mode === 'light' ? black : white
  for (let step = 0; step < 100; step++) {
    const tried = mix(colour, end, step / 100)
    if (isReadable(tried, mode)) return write(tried)
  }
  return write(end)
}

/** The soft ground of what is chosen, on which the accent itself and what is less important are written. */
export function softOf(accent: string, mode: Mode): string {
  const colour = read(accent) ?? black
  for (let percent = mode === 'light' ? 8 : 14; percent > 0; percent--) {
    const ground = mix(page[mode], colour, percent / 100)
    if (contrast(muted[mode], ground) >= least) return write(ground)
  }
  return write(page[mode])
}

/** The least contrast that a colour has on what it is written on. */
export function contrastOn(text: string, mode: Mode): number {
  const colour = read(text) ?? black
  return Math.min(...groundsOf(colour, mode).map((ground) => contrast(colour, ground)))
}

/** The accent under a pointer, and pressed. */
export function shadesOf(accent: string, mode: Mode): { hover: string; active: string } {
  const colour = read(accent) ?? black
  const end = mode === 'light' ? black : white
  return { hover: write(mix(colour, end, 0.16)), active: write(mix(colour, end, 0.28)) }
}

const page: Readonly<Record<Mode, Colour>> = { light: white, dark: [21, 22, 25] }

/** What the page writes with where something matters less. */
const muted: Readonly<Record<Mode, Colour>> = { light: [109, 109, 120], dark: [147, 147, 159] }

function isReadable(colour: Colour, mode: Mode): boolean {
  return groundsOf(colour, mode).every((ground) => contrast(colour, ground) >= least)
}

/** Of two colours, by the rules of WCAG 2, from 1 to 21. */
export function contrastOf(one: string, other: string): number {
  return contrast(read(one) ?? black, read(other) ?? black)
}

function groundsOf(colour: Colour, mode: Mode): readonly Colour[] {
  return [...grounds[mode], softOf(write(colour), mode)].map((ground) => read(ground) ?? black)
}

function contrast(one: Colour, other: Colour): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}

function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = colour.map((value) => {
    const part = value / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function mix(from: Colour, to: Colour, share: number): Colour {
  const at = (index: 0 | 1 | 2): number => Math.round(from[index] + (to[index] - from[index]) * share)
  return [at(0), at(1), at(2)]
}

function read(text: string): Colour | undefined {
  const [, red, green, blue] = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/.exec(text) ?? []
  return red && green && blue
    ? [Number.parseInt(red, 16), Number.parseInt(green, 16), Number.parseInt(blue, 16)]
    : undefined
}

function write(colour: Colour): string {
  return `#${colour.map((value) => value.toString(16).padStart(2, '0')).join('')}`
}
