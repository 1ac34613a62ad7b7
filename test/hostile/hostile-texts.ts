import { file, gbk, type HostileFile } from './hostile-file.ts'

const latin = (text: string): Buffer => Buffer.from(text, 'latin1')
const wide = (text: string): Buffer => Buffer.from(text, 'utf16le')
const bytes = (...parts: readonly (Buffer | string | number[])[]): Buffer =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))))
const columns = (count: number, value = 'x'): string => Array<string>(count).fill(value).join(',')
const chinese = '客户名称,电话,备注\n张三,1,你好\n'

/** Text files that break rules of quotes, of encodings and of measure. */
export const hostileTexts: readonly HostileFile[] = [
  file('quote-at-start.csv', 'transfer.quote_open', () => '"a,b\n1,2\n3,4\n'),
  file('quote-in-middle.csv', 'transfer.quote_open', () => 'a,b\n1,"2\n3,4\n5,6\n'),
  file('quote-cut-off.csv', 'transfer.quote_open', () => 'a,b\n1,"2 3'),
  file('quote-inside-cell.csv', 2, () => 'a,b\n5"x,2\n3,4\n'),
  file('quote-not-at-end.csv', 2, () => 'a,b\n"x"y,"2"\n3,4\n'),
  file('quotes-only.csv', 'transfer.no_rows', () => '""""""'),
  file('quotes-million.csv', 'transfer.quote_open', () => `a,b\n${'"'.repeat(1_000_001)}`),
  file('quotes-never-paired.csv', 'transfer.quote_open', () => `a,b\n${'"x" '.repeat(400_000)}`),
  file('quote-then-100-mb.csv', 'transfer.quote_open', () =>
    Buffer.concat([Buffer.from('a,b\n"'), Buffer.alloc(100_000_000, 'x,y\n')]),
  ),
  file('nul-in-cells.csv', 2, () => 'a,b\n1\0,2\n3,\0\n\0,\0\n4,5'.replace('4,5', '')),
  file('nul-at-start.csv', 1, () => '\0a,b\n1,2 and enough text behind it to be a text\n'),
  file('nul-everywhere.csv', 'transfer.not_a_table', () => Buffer.alloc(100_000)),
  file('escape-codes.csv', 2, () => 'a,b\n\u001b[2J\u001b]0;x\u0007,2 and enough text behind it\n'.padEnd(400, 'x')),
  file('bidi-override.csv', 1, () => 'a,b\n\u202egnp.exe,\u2066x\u2069\n'),
  file('combining-marks.csv', 1, () => `a,b\nx${'\u0301'.repeat(50_000)},2\n`),
  file('formulas.csv', 1, () => `a,b\n"=cmd|' /C calc'!A0","=HYPERLINK(""http://127.0.0.1:9/"",""x"")"\n`),
  file('wide-odd-length.csv', 'transfer.encoding_broken', () => bytes([0xff, 0xfe], wide('a,b\n1,2\n'), [0x41])),
  file('wide-lone-surrogate.csv', 'transfer.encoding_broken', () =>
    bytes([0xff, 0xfe], wide('a,b\n'), [0, 0xd8], wide('1,2\n')),
  ),
  file('wide-mark-only.csv', 'transfer.file_empty', () => bytes([0xff, 0xfe])),
  file('wide-mark-odd.csv', 'transfer.encoding_broken', () => bytes([0xfe, 0xff], [0x41])),
  file('wide-of-four-bytes.csv', 1, () =>
    bytes([0xff, 0xfe, 0, 0], Buffer.from([...'a,b\n1,2\n'].flatMap((one) => [one.charCodeAt(0), 0, 0, 0]))),
  ),
  file('utf8-mark-only.csv', 'transfer.file_empty', () => '\ufeff'),
  file('utf8-mark-twice.csv', 1, () => '\ufeff\ufeffa,b\n1,2\n'),
  file('utf8-mark-before-gbk.csv', 'transfer.encoding_broken', () =>
    bytes('\ufeff', gbk.客户, ',', gbk.电话, '\n1,2\n'),
  ),
  file('utf8-cut-character.csv', 'transfer.encoding_broken', () => bytes(chinese, '王五,').subarray(0, -2)),
  file('utf8-lone-surrogate.csv', 'transfer.encoding_broken', () => bytes(chinese, [0xed, 0xa0, 0x80], ',1\n')),
  file('utf8-overlong.csv', 'transfer.encoding_broken', () => bytes(chinese, [0xc0, 0x80], ',1\n')),
  file('utf8-broken-late.csv', 'transfer.encoding_broken', () => bytes(chinese.repeat(20_000), [0xff], ',1\n')),
  file('gbk-cut-character.csv', 'transfer.encoding_broken', () =>
    bytes(gbk.客户, ',', gbk.电话, '\n1,2\n3,', gbk.客户.subarray(0, 3)),
  ),
  file('gbk-after-ascii.csv', 10_001, () => bytes(`a,b\n${'1,2\n'.repeat(10_000)}`, gbk.客户, ',1\n')),
  file('latin-1.csv', 'transfer.encoding_unknown', () => latin('caf\xe9,b\n1,2\n')),
  file('all-ff.csv', 'transfer.encoding_unknown', () => Buffer.alloc(5_000, 0xff)),
  file('columns-1001.csv', 'transfer.columns_many', () => `${columns(1_001)}\n${columns(1_001)}\n`),
  file('columns-100000.csv', 'transfer.columns_many', () => `${columns(100_000)}\n${columns(100_000)}\n`),
  file('columns-in-a-row.csv', 2, () => `a,b\n${columns(100_000)}\n1,2\n`),
  file('columns-unnamed.csv', 'transfer.file_empty', () => `${columns(1_000, '')}\n${columns(1_000, '')}\n`),
  file('columns-named-alike.csv', 1, () => `${columns(1_000, '电话')}\n${columns(1_000)}\n`),
  file('commas-5-million.csv', 'transfer.quote_open', () => `a,b\n${','.repeat(5_000_000)}`),
  file('cell-150000.csv', 'transfer.cell_long', () => `a,b\n1,${'x'.repeat(150_000)}\n`),
  file('cell-10-mb.csv', 'transfer.quote_open', () => `a,b\n1,${'x'.repeat(10_000_000)}\n`),
  file('cell-10-mb-quoted.csv', 'transfer.quote_open', () => `a,b\n1,"${'x\n'.repeat(5_000_000)}"\n`),
  file('heading-1-mb.csv', 1, () => `${'x'.repeat(1_000_000)},b\n1,2\n`),
  file('headings-of-brackets.csv', 1, () => `${'() '.repeat(5_000)},${'(['.repeat(5_000)}\n1,2\n`),
  file('lines-5-million.csv', 'transfer.rows_many', () => 'a\n'.repeat(5_000_000)),
  file('blank-lines-5-million.csv', 'transfer.no_rows', () => `a,b\n${'\n'.repeat(5_000_000)}`),
  file('returns-5-million.csv', 'transfer.no_rows', () => `a,b${'\r'.repeat(5_000_000)}`),
  file('line-ends-mixed.csv', 4, () => 'a,b\r\n1,2\r3,4\n5,6\r\n\r\r\n7,8'),
  file('delimiters-mixed.csv', 3, () => 'a,b;c|d\te\n1;2;3\n1|2|3\n1\t2\t3\n'),
  file('separator-only.csv', 'transfer.file_empty', () => 'sep=;\n'),
  file('separator-strange.csv', 1, () => 'sep=\u0001\na,b\n'),
  file('dos-end.csv', 1, () => 'a,b\n1,2\n\u001a'),
  file('empty.csv', 'transfer.file_empty', () => ''),
  file('blank.csv', 'transfer.file_empty', () => ' \n\t\n\u3000\n'),
  { name: 'large.csv', make: () => 'a,b\n1,2\n', size: 201 * 1024 * 1024, outcome: 'transfer.file_large' },
]
