import type { PrintTable } from './prints.ts'

/** Puts a table on the clipboard as text and as HTML, as spreadsheets and letters take it. The browser asks for it while the hand is still on the button. */
export async function copyTable(headings: readonly string[], asked: Promise<PrintTable>): Promise<PrintTable> {
  const made = (type: string, write: (cells: readonly (readonly string[])[]) => string): Promise<Blob> =>
    asked.then(({ rows }) => new Blob([write([headings, ...rows])], { type }))
  const [text, html] = [made('text/plain', textOf), made('text/html', htmlOf)]
  await navigator.clipboard.write([new ClipboardItem({ 'text/plain': text, 'text/html': html })])
  return asked
}

export function textOf(cells: readonly (readonly string[])[]): string {
  return cells.map((row) => row.map((cell) => cell.replace(/[\t\r\n]+/g, ' ')).join('\t')).join('\n')
}

export function htmlOf([headings = [], ...rows]: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[], tag: 'th' | 'td'): string =>
    `<tr>${cells.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join('')}</tr>`
  return `<table>${line(headings, 'th')}${rows.map((row) => line(row, 'td')).join('')}</table>`
}

function escaped(text: string): string {
  const html = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
  return html.replace(/\r\n?|\n/g, '<br>')
}
