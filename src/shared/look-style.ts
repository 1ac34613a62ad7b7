import { accentIn, type Mode, shadesOf, softOf } from './accent.ts'

/** The company's accent in the place of the product's, as the tokens of the page name it; empty for the product's own. */
export function lookStyle(accent: string | null): string {
  return accent
    ? `html:root{${tokensOf(accent, 'light')}}html:root[data-theme="dark"]{${tokensOf(accent, 'dark')}}`
    : ''
}

/** The tokens of one mode, as a style has them. */
export function accentTokens(accent: string, mode: Mode): Readonly<Record<`--${string}`, string>> {
  const primary = accentIn(accent, mode)
  const soft = softOf(primary, mode)
  const { hover, active } = shadesOf(primary, mode)
  return {
    '--primary': primary,
    '--primary-hover': hover,
    '--primary-active': active,
    '--primary-soft': soft,
    '--selected': soft,
  }
}

function tokensOf(accent: string, mode: Mode): string {
  return Object.entries(accentTokens(accent, mode))
    .map(([name, value]) => `${name}:${value}`)
    .join(';')
}
