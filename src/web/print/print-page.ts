import type { SheetPart } from './in-classes.ts'

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

type Sheet = {
  company: string
  /** Address of the company's own picture, if it has one. */
  logo?: string
  title: string
  detail: string
  headings: readonly string[]
  parts: readonly SheetPart[]
}

/** Prints a table by itself: of a long list the page holds the rows in sight alone. */
export async function printSheet({ company, logo, title, detail, headings, parts }: Sheet): Promise<void> {
  const sheet = document.createElement('section')
  sheet.className = 'print-sheet'
  const table = element('table')
  // The head of a table stands on each of its pages.
  const head = element('thead')
  head.append(line('th', headings))
  table.append(head, ...parts.map((part) => body(part, headings.length)))
  sheet.append(await letterhead(company, logo), element('h1', title), element('p', detail), table)
  document.body.append(sheet)
  printAs('sheet', () => sheet.remove())
}

/** The company's name, behind its picture; a picture that does not come keeps nobody from printing. */
async function letterhead(company: string, logo: string | undefined): Promise<HTMLElement> {
  const head = element('p')
  head.className = 'print-head'
  if (logo) {
    const picture = new Image()
    picture.src = logo
    await picture.decode().then(
      () => head.append(picture),
      () => undefined,
    )
  }
  head.append(company)
  return head
}

function body({ heading, rows }: SheetPart, columns: number): HTMLElement {
  const made = element('tbody')
  if (heading !== undefined) {
    const row = element('tr')
    const cell = document.createElement('th')
    cell.colSpan = columns
    cell.textContent = heading
    row.className = 'print-class'
    row.append(cell)
    made.append(row)
  }
  made.append(...rows.map((row) => line('td', row)))
  return made
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
