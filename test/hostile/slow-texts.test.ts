import { describe, expect, it } from 'vitest'
import { parseEnv } from '#test/kind-contract'
import { allSamples } from '#test/kind-samples'
import { parseCheckpoints } from '../../src/kernel/audit/checkpoint.ts'
import { numberText, shortIso } from '../../src/kernel/transfer/cell-text.ts'
import { matchColumns } from '../../src/kernel/transfer/match-columns.ts'
import { numberShape } from '../../src/kernel/transfer/number-shape.ts'
import { tableLimits } from '../../src/kernel/transfer/table-limits.ts'
import { isCopied } from '../../src/server/postgres/base-backup.ts'

/* What reads texts of others stays quick on the longest that is let in, however it is made. */

const soonMs = 100
/** The largest body of JSON, and the longest piece of a sheet that is read as one. */
const largest = 1_000_000
/** Just below what the reading of codes and numbers takes. */
const longWord = 1_990

/** Begin, what is repeated, end: on such texts patterns try again and again. */
const shapes: readonly (readonly [string, string, string])[] = [
  ['', ' ', 'x'],
  ['张', ' ', 'x'],
  ['x', '\t', '机'],
  ['', '\n\t', '#'],
  ['', ' \t', '内线'],
  ['13910391039', ' ', '机'],
  ['13910391039 ', 'x ', '机'],
  ['13910391039', '转 ', ''],
  ['', '; ', ''],
  ['电话', ': ', ''],
  ['', '0', 'x'],
  ['', '0 ', 'x'],
  ['', '00', '.'],
  ['1', ',000', 'x'],
  ['1.', '0', 'x'],
  ['', '1-', ''],
  ['', '万', ''],
  ['-', ' ', '\n'],
  [')', ' ', ')'],
  ['(', '(', ''],
  ['0点0:', ' ', 'x'],
  ['2026-01-01', ' T', ''],
  ['', '1日 ', 'x'],
  ['星期', '一(', ''],
  ['', '农历 ', 'L'],
  ['x', ' ', '公历)'],
  ['', 'a@', ''],
  ['', 'a.', '@'],
  ['https://', 'a.', ''],
  ['', '%', ''],
  ['', '北京市', ''],
  ['', '张·', ''],
  ['', '（', ''],
  ['', '[\u0000', ''],
  ['{"a":', '[', ''],
  ['', '```', ''],
]
const made = (length: number): string[] =>
  shapes.map(([begin, part, end]) => begin + part.repeat(Math.floor(length / part.length)) + end)

/** What it takes of the processor in this thread, the least of ten: what others do on this machine is not the work of the text. */
function timeOf(work: () => unknown): number {
  let least = Number.POSITIVE_INFINITY
  for (let run = 0; run < 10 && least > soonMs; run++) {
    const begun = process.threadCpuUsage()
    work()
    least = Math.min(least, process.threadCpuUsage(begun).user / 1_000)
  }
  return least
}

function expectSoon(texts: readonly string[], work: (text: string) => unknown, what = ''): void {
  const slow = texts.map((text) => ({ text: text.slice(0, 20), length: text.length, ms: timeOf(() => work(text)) }))
  expect(
    slow.filter(({ ms }) => ms > soonMs),
    what,
  ).toEqual([])
}

describe('a text that is made to be read for long', () => {
  const all = [...made(longWord), ...made(largest)]

  it('is soon read or refused by every kind of field', async () => {
    const env = parseEnv()
    const kinds = await allSamples()
    expect(kinds.length).toBeGreaterThan(25)
    for (const { kind, samples } of kinds)
      expectSoon(
        all,
        (text) => {
          const { value } = kind.parse(text, samples.field, env)
          if (typeof value === 'string') kind.lookups?.(value)
        },
        kind.name,
      )
  }, 60_000)

  it('is soon met with a column, or with none', () => {
    const targets = [{ path: 'name', labels: ['客户名称', 'Account Name'] }]
    const names = [
      ...all,
      ...['[a]', '[a] ', '张 a ', '[a]:', '/ '].flatMap((part) => [part.repeat(70), part.repeat(30_000)]),
    ]
    expectSoon(names, (text) => matchColumns([text.slice(0, tableLimits.cellCharacters)], targets))
    expect(matchColumns(['客户名称（必填）', 'x'.repeat(1_000)], targets)).toEqual(['name', null])
  })

  it('is soon read as the format, the number or the time of a cell', () => {
    const codes = ['[', '[x', '[h', '"', '\\', '_', '0;'].map((part) => part.repeat(largest / part.length))
    expectSoon([...all, ...codes], (text) => numberShape(164, text))
    expectSoon(made(tableLimits.cellCharacters), shortIso)
    for (const number of [5e-324, 1e-90, 1.7e308, 0.1 + 0.2])
      expect(timeOf(() => numberText(number))).toBeLessThan(soonMs)
  })

  it('is soon read as checkpoints, or as a name in a folder of the database', () => {
    const head = `a\n1\n${'A'.repeat(43)}=\n`
    const files = [
      head + 'x\n'.repeat(largest / 2),
      head.repeat(largest / head.length),
      `${head}\n${'— a b\n'.repeat(100_000)}`,
    ]
    expectSoon([...all, ...files], parseCheckpoints)
    expectSoon(
      [...made(4_096), ...['postmaster.', 'backup_label/', '/pgsql_tm'].map((part) => part.repeat(400))],
      isCopied,
    )
  })
})
