import dayjs from 'dayjs'
import { describe, expect, test } from 'vitest'
import { usualWeek } from '#shared/working-days'
import { momentInWords } from './day-words.ts'

const format = 'YYYY-MM-DD HH:mm'
// A Thursday, and a Sunday, which is the last day of a Chinese week.
const thursday = new Date(2026, 10, 26, 10, 30)
const sunday = new Date(2026, 10, 29, 10, 30)

describe('working days in words', () => {
  const calendar = {
    week: usualWeek,
    exceptions: [
      { name: '年会', works: false, from: '2026-11-30', until: '2026-11-30' },
      { name: '年会', works: true, from: '2026-11-28', until: '2026-11-28' },
    ],
  }

  test.each([
    ['1个工作日后', '2026-11-27'],
    ['两个工作日后', '2026-11-28'],
    ['3个工作日之后', '2026-12-01'],
    ['十个工作日后', '2026-12-10'],
    ['下个工作日', '2026-11-27'],
    ['in 3 working days', '2026-12-01'],
    ['2 business days later', '2026-11-28'],
    ['next working day', '2026-11-27'],
  ])('%s on Thursday, with a Monday off and the Saturday worked instead', (words, day) => {
    expect(momentInWords(words, thursday, calendar)?.format(format)).toBe(`${day} 12:00`)
  })

  test('are none while nobody knows when the company works', () => {
    expect(momentInWords('3个工作日后', thursday)).toBeUndefined()
    expect(momentInWords('3 days later', thursday, calendar)?.format(format)).toBe('2026-11-29 12:00')
  })
})

describe('moments in words', () => {
  test.each([
    ['明天', '2026-11-27'],
    ['后天', '2026-11-28'],
    ['3天后', '2026-11-29'],
    ['十天后', '2026-12-06'],
    ['周五', '2026-11-27'],
    ['周三', '2026-12-02'],
    ['星期四', '2026-11-26'],
    ['下周三', '2026-12-02'],
    ['下周日', '2026-12-06'],
    ['下下周一', '2026-12-07'],
    ['本周六', '2026-11-28'],
    ['两周后', '2026-12-10'],
    ['2个星期后', '2026-12-10'],
    ['一个月后', '2026-12-26'],
    ['半年后', '2027-05-26'],
    ['半个月后', '2026-12-11'],
    ['下个月', '2026-12-01'],
    ['月底', '2026-11-30'],
    ['下月底', '2026-12-31'],
    ['年底', '2026-12-31'],
    ['12月5日', '2026-12-05'],
    ['tomorrow', '2026-11-27'],
    ['in 3 days', '2026-11-29'],
    ['next wednesday', '2026-12-02'],
    ['friday', '2026-11-27'],
    ['in two weeks', '2026-12-10'],
  ])('%s on Thursday, 26 November', (words, day) => {
    expect(momentInWords(words, thursday)?.format(format)).toBe(`${day} 12:00`)
  })

  test.each([
    ['下周三', '2026-12-02'],
    ['周三', '2026-12-02'],
    ['本周五', '2026-11-27'],
    ['周日', '2026-11-29'],
  ])('%s on Sunday, 29 November', (words, day) => {
    expect(momentInWords(words, sunday)?.format(format)).toBe(`${day} 12:00`)
  })

  test.each([
    ['明天下午3点', '2026-11-27 15:00'],
    ['下周三上午九点', '2026-12-02 09:00'],
    ['tomorrow 3 pm', '2026-11-27 15:00'],
  ])('%s has a time', (words, moment) => {
    expect(momentInWords(words, thursday)?.format(format)).toBe(moment)
  })

  test.each(['', '客户', 'abc', '半周后'])('%j means none', (words) => {
    expect(momentInWords(words, thursday)).toBeUndefined()
  })

  test('a moment is one of dayjs, as the picker of days wants it', () => {
    expect(dayjs.isDayjs(momentInWords('明天', thursday))).toBe(true)
  })
})
