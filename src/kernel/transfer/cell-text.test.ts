import { describe, expect, test } from 'vitest'
import { dateText, numberText, shortIso } from './cell-text.ts'
import { numberShape } from './number-shape.ts'

describe('the text of a number', () => {
  test.each([
    [0.1 + 0.2, '0.3'],
    [8749.08, '8749.08'],
    [1.1 * 3, '3.3'],
    [-5, '-5'],
    [1e-7, '0.0000001'],
    [1.5e-10, '0.00000000015'],
    [13_800_138_000, '13800138000'],
    [999_999_999_999_999, '999999999999999'],
  ])('shows %s without binary noise and without powers of ten', (value, text) => {
    expect(numberText(value)).toEqual({ text })
  })

  test('says when a number has more digits than the sheet kept', () => {
    expect(numberText(Number('510102199001011234'))).toEqual({ text: '510102199001011264', damaged: true })
    expect(numberText(1e21)).toEqual({ text: '1000000000000000000000', damaged: true })
  })

  test('keeps what the format means: percent, leading zeros, day, time', () => {
    expect(numberText(0.125, 'percent').text).toBe('12.5%')
    expect(numberText(0.07, 'percent').text).toBe('7%')
    expect(numberText(123, { digits: 6 }).text).toBe('000123')
    expect(numberText(46_097, 'date').text).toBe('2026-03-16')
    expect(numberText(46_097.604_224_537, 'date').text).toBe('2026-03-16T14:30:05')
    expect(numberText(0.25, 'date').text).toBe('06:00:00')
  })

  test('shows a number that can be no day as a number', () => {
    expect(numberText(-3, 'date').text).toBe('-3')
    expect(numberText(99_999_999, 'date').text).toBe('99999999')
  })
})

describe('the day of a serial', () => {
  test('knows the leap day of 1900 that never was', () => {
    expect(dateText(1, false)).toBe('1900-01-01')
    expect(dateText(59, false)).toBe('1900-02-28')
    expect(dateText(61, false)).toBe('1900-03-01')
  })

  test('counts from 1904 where the workbook does', () => {
    expect(dateText(46_097 - 1_462, true)).toBe('2026-03-16')
  })

  test('leaves out a midnight and a zone', () => {
    expect(shortIso('2026-03-16T00:00:00.000Z')).toBe('2026-03-16')
    expect(shortIso('2026-03-16T09:00:00Z')).toBe('2026-03-16T09:00:00')
  })
})

describe('the meaning of a number format', () => {
  test.each([
    [14, undefined, 'date'],
    [31, undefined, 'date'],
    [57, undefined, 'date'],
    [9, undefined, 'percent'],
    [0, undefined, 'plain'],
    [44, undefined, 'plain'],
    [176, 'yyyy"年"m"月"d"日"', 'date'],
    [176, '[$-804]yyyy/m/d;@', 'date'],
    [176, '[h]:mm:ss', 'date'],
    [176, '0.00%', 'percent'],
    [176, '[Red]#,##0.00;[Blue]-#,##0.00', 'plain'],
    [176, '"日"0', 'plain'],
    [176, '[$¥-804]#,##0.00', 'plain'],
    [176, '[DBNum1][$-804]General', 'plain'],
    [176, '0.00E+00', 'plain'],
    [176, '000000', { digits: 6 }],
  ])('%s %s is %j', (id, code, shape) => {
    expect(numberShape(id, code)).toEqual(shape)
  })
})
