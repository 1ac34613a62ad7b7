import { Readable } from 'node:stream'
import { guardFormula } from './formula-guard.ts'

const BATCH = 65_536

/**
 * Headings and rows as CSV that opens well in every spreadsheet (UTF-8 with mark, CRLF, RFC 4180) and runs no formula.
 * Line breaks inside cells are `\n`; `openTable` gives the rows back as they were.
 */
export function writeCsv(headings: readonly string[], rows: AsyncIterable<readonly string[]>): Readable {
  return Readable.from(lines(headings, rows), { objectMode: false })
}

async function* lines(headings: readonly string[], rows: AsyncIterable<readonly string[]>): AsyncGenerator<string> {
  let batch = `\ufeff${lineOf(headings)}`
  for await (const row of rows) {
    batch += lineOf(row)
    if (batch.length < BATCH) continue
    yield batch
    batch = ''
  }
  if (batch) yield batch
}

function lineOf(cells: readonly string[]): string {
  return `${cells.map(cellOf).join(',')}\r\n`
}

function cellOf(text: string): string {
  const safe = guardFormula(text).replace(/\r\n?/g, '\n')
  return /[",\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
