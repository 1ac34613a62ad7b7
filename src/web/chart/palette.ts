/** The colours of the page as a chart needs them. */
export type Palette = {
  text: string
  muted: string
  line: string
  surface: string
  primary: string
  soft: string
  onPrimary: string
  series: readonly string[]
  font: string
}

const series = ['--primary', '--green', '--amber', '--violet', '--red', '--blue', '--text-3', '--grey']

/** As the page has them now, or the light ones, as paper is white. */
export function paletteOf(theme?: 'light'): Palette {
  const root = document.documentElement
  const shown = root.dataset.theme
  if (theme) root.dataset.theme = theme
  const style = getComputedStyle(root)
  const token = (name: string): string => style.getPropertyValue(name).trim()
  const palette = {
    text: token('--text'),
    muted: token('--text-3'),
    line: token('--line'),
    surface: token('--surface'),
    primary: token('--primary'),
    soft: token('--primary-soft'),
    onPrimary: token('--on-primary'),
    series: series.map(token),
    // The kit writes it into attributes as it is.
    font: token('--font').replaceAll('"', "'"),
  }
  root.dataset.theme = shown
  return palette
}
