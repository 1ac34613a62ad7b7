import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { errorCodes } from '#shared/error-codes'
import { compareValues, testOperator } from '#shared/filter-test'
import { locales } from '#shared/label'
import { chinaRegions } from '../../src/field-types/region/divisions.ts'
import type { KindSamples } from '../../src/field-types/samples.ts'
import type { FormatEnv, Kind, ParseEnv } from '../../src/kernel/object/kind.ts'

const titles = new Map([
  ['01994a3e-7c1b-7d20-8f3a-5b6c7d8e9f01', '王晓东'],
  ['01994a3e-7c1b-7d20-8f3a-5b6c7d8e9f02', '李海燕'],
])

export function parseEnv(locale: ParseEnv['locale'] = 'zh'): ParseEnv {
  return {
    locale,
    now: new Date('2026-11-22T02:00:00Z'),
    timeZone: 'Asia/Shanghai',
    currency: 'CNY',
    areaCode: '021',
    regions: chinaRegions(),
    resolve: (_object, text) => [...titles].find(([, title]) => title === text)?.[0],
  }
}

export function formatEnv(locale: FormatEnv['locale'] = 'zh'): FormatEnv {
  return { locale, timeZone: 'Asia/Shanghai', regions: chinaRegions(), titleOf: (id) => titles.get(id) }
}

const emptyInputs = [null, undefined, '', '   ', '\u3000']
const emptyWords = ['无', '暂无', '-', '—', '/', 'N/A', 'null', 'None', '不详', '未知']

/** What every kind of field promises, in memory; `describeKindInSql` holds the same against PostgreSQL. */
export function describeKind<V>(kind: Kind<V>, samples: KindSamples<V>): void {
  describe(`kind ${kind.name}`, () => {
    describeReading(kind, samples)
    describeWriting(kind, samples)
    describeComparing(kind, samples)
    describeSchema(kind, samples)
  })
}

function describeReading<V>(kind: Kind<V>, { field, values, texts, invalid, empty = [], free }: KindSamples<V>): void {
  test.each(texts.map(([input, value]) => ({ input, value })))('reads $input', ({ input, value }) => {
    expect(kind.parse(input, field, parseEnv())).toEqual({ value })
  })
  test.each(values.map((value) => ({ value })))('leaves the wire value $value as it is', ({ value }) => {
    expect(kind.parse(value, field, parseEnv())).toEqual({ value })
  })
  test.each(invalid.map(([input, code]) => ({ input, code })))('refuses $input with $code', ({ input, code }) => {
    expect(kind.parse(input, field, parseEnv())).toMatchObject({ problem: { code } })
    expect(Object.keys(errorCodes)).toContain(code)
  })
  test('takes blanks for an empty value', () => {
    for (const input of [...emptyInputs, ...empty])
      expect(kind.parse(input, field, parseEnv())).toEqual({ value: null })
  })
  test(free ? 'keeps words for "none", which free text may mean' : 'takes words for "none" as an empty value', () => {
    for (const word of emptyWords) expect(kind.parse(word, field, parseEnv())).toEqual({ value: free ? word : null })
  })
  test('never throws, whatever comes', () => {
    const odd = [
      Symbol.iterator,
      () => 1,
      1n,
      Number.POSITIVE_INFINITY,
      [[]],
      [null],
      '\ud800',
      '\0',
      'L--',
      '(',
      '+',
      '9'.repeat(5000),
    ]
    for (const input of odd) expect(() => kind.parse(input, field, parseEnv())).not.toThrow()
  })
  test('is done with a long text at once', () => {
    const start = performance.now()
    for (const input of longTexts) kind.parse(input, field, parseEnv())
    expect(performance.now() - start).toBeLessThan(1000)
  })
}

/** Texts on which a careless pattern takes minutes. */
const longTexts = [
  `a${' '.repeat(100_000)}b`,
  '9'.repeat(100_000),
  '1,'.repeat(50_000),
  'a@'.repeat(50_000),
  '['.repeat(100_000),
  '一'.repeat(100_000),
]

function describeWriting<V>(kind: Kind<V>, { field, values }: KindSamples<V>): void {
  test.each(locales)('reads back what it writes in %s', (locale) => {
    for (const value of values) {
      expect(kind.parse(kind.format(value, field, formatEnv(locale)), field, parseEnv(locale))).toEqual({ value })
    }
  })
  test.each(locales)('survives a CSV file in %s', (locale) => {
    const csv = Papa.unparse(values.map((value) => [kind.format(value, field, formatEnv(locale)), 'x']))
    const back = Papa.parse<string[]>(csv).data.map(([text]) => kind.parse(text, field, parseEnv(locale)))
    expect(back).toEqual(values.map((value) => ({ value })))
  })
  test('comes back from its columns', () => {
    for (const value of values) {
      const row = kind.toRow?.(value) ?? [value]
      expect(row).toHaveLength(kind.columns.length)
      expect(kind.fromRow?.(row) ?? row[0]).toEqual(value)
    }
  })
  test('comes back from the sealed text', () => {
    for (const value of values) {
      const sealed = kind.toSealed?.(value) ?? value
      expect(sealed).toBeTypeOf('string')
      expect(kind.fromSealed?.(String(sealed)) ?? sealed).toEqual(value)
    }
  })
  test('hides the value behind its mask', () => {
    for (const value of values) {
      const shown = kind.format(value, field, formatEnv())
      expect(kind.mask(value)).toContain('**')
      expect(kind.mask(value)).not.toContain(shown)
      expect(kind.parse(kind.mask(value), field, parseEnv())).not.toEqual({ value })
    }
  })
}

function describeComparing<V>(kind: Kind<V>, { field, values }: KindSamples<V>): void {
  const comparables = values.map((value): unknown => (kind.comparable ? kind.comparable(value) : value))
  const holds = (operator: (typeof kind.operators)[number]) => kind.operators.includes(operator)
  test('knows operators that fit its columns', () => {
    const [, type = ''] = kind.columns[0] ?? []
    expect(holds('empty')).toBe(true)
    expect(holds('hasAny')).toBe(type.endsWith('[]') && !kind.name.startsWith('files'))
    expect(holds('lt')).toBe(['numeric', 'bigint', 'date', 'timestamptz'].includes(type))
    if (kind.groupable) expect(holds('eq')).toBe(true)
    if (kind.sealed)
      expect(kind.operators.filter((operator) => !['eq', 'tail', 'withinDays', 'empty'].includes(operator))).toEqual([])
    if (kind.sealed) expect([kind.sort, kind.groupable, kind.searchText]).toEqual(['none', false, undefined])
    if (kind.sealed) expect(kind.level).toBeGreaterThan(1)
  })
  test('is equal to itself and to nothing else', () => {
    if (!holds('eq')) return
    for (const [at, left] of comparables.entries()) {
      expect(comparables.filter((right) => testOperator('eq', left, right))).toContain(left)
      if (!kind.sealed) expect(comparables.findIndex((right) => testOperator('eq', left, right))).toBe(at)
    }
  })
  test('sorts by its comparable form', () => {
    if (kind.sort !== 'value') return
    expect(comparables.toSorted(compareValues)).toEqual(comparables)
  })
  test('is found again by its lookup texts', () => {
    for (const value of values) {
      const texts = kind.lookups?.(value)
      if (kind.sealed) expect(texts?.equal).toBeTruthy()
      expect(Boolean(texts?.tail)).toBe(holds('tail'))
      expect(Boolean(texts?.dayOfYear)).toBe(holds('withinDays'))
      if (texts?.dayOfYear) expect(testOperator('withinDays', value, [texts.dayOfYear])).toBe(true)
      if (texts?.tail) expect(testOperator('tail', kind.comparable?.(value) ?? value, texts.tail)).toBe(true)
      if (texts) expect(kind.lookups?.(value)).toEqual(texts)
    }
  })
  test('reads an argument of each operator', () => {
    for (const operator of kind.operators) {
      const argument = operator === 'tail' ? '1039' : operator === 'withinDays' ? 7 : values[0]
      const read =
        kind.parseArgument?.(operator, argument, field, parseEnv()) ?? kind.parse(values[0], field, parseEnv())
      expect(read.problem).toBeUndefined()
    }
  })
}

function describeSchema<V>(kind: Kind<V>, { field, values, invalid }: KindSamples<V>): void {
  const ajv = new Ajv2020({ strict: false })
  addFormats.default(ajv)
  const validate = ajv.compile(kind.schema(field))
  test('has an example that its own schema and parser accept', () => {
    const example = kind.example(field)
    expect(validate(example), JSON.stringify(validate.errors)).toBe(true)
    expect(kind.parse(example, field, parseEnv())).toEqual({ value: example })
  })
  test('has a schema that accepts every wire value', () => {
    for (const value of values)
      expect(validate(value), `${JSON.stringify(value)} ${JSON.stringify(validate.errors)}`).toBe(true)
  })
  test('has a schema that refuses a value of another type', () => {
    expect(validate(Symbol.for('no JSON'))).toBe(false)
    for (const [input] of invalid.filter(([, code]) => code === 'field.invalid')) expect(validate(input)).toBe(false)
  })
}
