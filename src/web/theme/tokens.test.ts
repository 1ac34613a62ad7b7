import { readFileSync } from 'node:fs'
import { theme } from 'antd'
import { expect, test } from 'vitest'
import { accentTokens } from '#shared/look-style'
import { antdTheme } from './antd-theme.ts'

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8')
const coloursIn = (text: string): string[] => [...text.matchAll(/#[0-9a-f]{6}\b/g)].map(([colour]) => colour)

// The kit derives these shades itself or takes them for states that the page's own rules do not have.
const shadesOfTheKit = new Set([
  ...['#2846b8', '#213b9c', '#9ab0ff', '#6d8cff', '#e4eaff', '#202a4d', '#8b8b96', '#7d7d89'],
  ...['#a8283f', '#8f2035', '#ff8d9d'],
])

test('the kit is given the colours of the page and no others', () => {
  const page = new Set(coloursIn(read('./tokens.css')))
  const strange = coloursIn(read('./antd-theme.ts')).filter(
    (colour) => !page.has(colour) && !shadesOfTheKit.has(colour),
  )
  expect(strange).toEqual([])
})

test('every token of the light page has its like in the dark one', () => {
  const [light = '', dark = ''] = read('./tokens.css').split(':root[data-theme="dark"]')
  const coloured = (text: string): string[] => [...text.matchAll(/(--[\w-]+): #/g)].map(([, name = '']) => name)
  expect(coloured(dark)).toEqual(coloured(light))
})

// What the kit writes with, on what it writes it: a word that is pointed at or pressed is read too.
const grounds = ['colorBgContainer', 'colorBgElevated', 'colorBgLayout'] as const
const inks = [
  ...([
    'colorText',
    'colorTextSecondary',
    'colorTextTertiary',
    'colorTextDescription',
    'colorTextPlaceholder',
  ] as const),
  ...(['colorTextHeading', 'colorTextLabel', 'colorPrimary', 'colorPrimaryHover', 'colorPrimaryActive'] as const),
  ...(['colorLink', 'colorLinkHover', 'colorLinkActive', 'colorError', 'colorErrorHover', 'colorErrorActive'] as const),
]
const fills = inks.filter((name) => /^color(Primary|Error)/.test(name))
const tinted = [
  ['colorErrorHover', 'colorErrorBg'],
  ['colorErrorActive', 'colorErrorBgActive'],
] as const

test.each(['light', 'dark'] as const)('what the kit writes in the %s theme can be read', (mode) => {
  const token = theme.getDesignToken(antdTheme(mode))
  const pairs = [
    ...inks.flatMap((ink) => grounds.map((ground) => [ink, ground] as const)),
    ...fills.map((fill) => ['colorTextLightSolid', fill] as const),
    ...tinted,
  ]
  const faint = pairs.flatMap(([ink, ground]) => {
    const ratio = contrast(token[ink], token[ground])
    return ratio < 4.5 ? [`${ink} on ${ground}: ${ratio.toFixed(2)}`] : []
  })
  expect(faint).toEqual([])
})

test.each(['light', 'dark'] as const)('the kit keeps the colours that the %s theme gives it', (mode) => {
  const given = antdTheme(mode).token ?? {}
  const token = theme.getDesignToken(antdTheme(mode))
  for (const name of ['colorPrimary', 'colorLink', 'colorError'] as const) expect(token[name]).toBe(given[name])
})

test.each(['#3457d5', '#000000', '#8a6d00', '#b3261e', '#0f766e'])(
  'in the accent %s it can be read as well',
  (colour) => {
    for (const mode of ['light', 'dark'] as const) {
      const shades = Object.values(accentTokens(colour, mode))
      const token = theme.getDesignToken(antdTheme(mode, shades.join(' ')))
      expect(token.colorPrimary).toBe(shades[0])
      const soft = token.controlItemBgActive
      const pairs = [
        ...fills
          .filter((name) => !name.startsWith('colorError'))
          .flatMap((ink) => [
            ...grounds.map((ground) => [token[ink], token[ground]] as const),
            [token.colorTextLightSolid, token[ink]] as const,
          ]),
        ...[token.colorText, token.colorTextDescription, token.colorPrimary].map((ink) => [ink, soft] as const),
      ]
      expect(pairs.filter(([ink, ground]) => contrast(ink, ground) < 4.5)).toEqual([])
    }
  },
)

/** By the rules of WCAG 2, from 1 to 21. */
function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}

function luminance(colour: string): number {
  const long = colour.length === 4 ? colour.replace(/[\da-f]/g, '$&$&') : colour
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(long.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
