/** What the paper shows: nothing that the log does not know, unless one of these was asked for by the page. */
type Paper = 'guarded' | 'file' | 'sheet'

export function showOnPaper(paper: Paper | undefined): void {
  if (paper) document.documentElement.dataset.print = paper
  else delete document.documentElement.dataset.print
}

/** Prints, and guards the page again once that is over. */
export function printAs(paper: Paper, onEnd?: () => void): void {
  const { dataset } = document.documentElement
  const { theme } = dataset
  const end = (): void => {
    dataset.theme = theme
    showOnPaper('guarded')
    onEnd?.()
  }
  window.addEventListener('afterprint', end, { once: true })
  // Paper is white.
  dataset.theme = 'light'
  showOnPaper(paper)
  window.print()
}

type Sheet = { title: string; detail: string; headings: readonly string[]; rows: readonly (readonly string[])[] }

/** Prints a table by itself: of a long list the page holds the rows in sight alone. */
export function printSheet({ title, detail, headings, rows }: Sheet): void {
  const sheet = document.createElement('section')
  sheet.className = 'print-sheet'
  const table = element('table')
  table.append(line('th', headings), ...rows.map((row) => line('td', row)))
  sheet.append(element('h1', title), element('p', detail), table)
  document.body.append(sheet)
  printAs('sheet', () => sheet.remove())
}

function line(tag: 'th' | 'td', cells: readonly string[]): HTMLElement {
  const row = element('tr')
  row.append(...cells.map((cell) => element(tag, cell)))
  return row
}

function element(tag: string, text = ''): HTMLElement {
  const made = document.createElement(tag)
  made.textContent = text
  return made
}
