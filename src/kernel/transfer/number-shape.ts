import type { NumberShape } from './cell-text.ts'

/** Built-in formats of days and times, those of Chinese, Japanese and Korean versions among them (ECMA-376 18.8.30). */
const DATES = [14, 22, 27, 36, 45, 47, 50, 58] as const
const PERCENTS = [9, 10]
/** What spreadsheets let a format have; whoever writes more of it wants it read for long. */
const LONGEST_CODE = 255

/** What a number format makes of a number, by its built-in id or its code. */
export function numberShape(id: number, code: string | undefined): NumberShape {
  if (code === undefined) return PERCENTS.includes(id) ? 'percent' : isBuiltInDate(id) ? 'date' : 'plain'
  const [bare = ''] = code
    .slice(0, LONGEST_CODE)
    .replace(/"[^"]*"|\\.|[_*]./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .split(';', 1)
  if (/general/i.test(bare)) return 'plain'
  if (bare.includes('%')) return 'percent'
  if (/[ymdhs]|am\/pm|上午|下午/i.test(bare)) return 'date'
  return /^0{2,30}$/.test(bare) ? { digits: bare.length } : 'plain'
}

function isBuiltInDate(id: number): boolean {
  return DATES.some((from, at) => at % 2 === 0 && id >= from && id <= (DATES[at + 1] ?? from))
}
