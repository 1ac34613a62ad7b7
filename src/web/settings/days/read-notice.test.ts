import { describe, expect, it } from 'vitest'
import { isWorkingDay, usualWeek } from '#shared/working-days'
import { notices } from './notices.ts'
import { readNotice } from './read-notice.ts'

const daysBetween = (from: string, until: string): number => (Date.parse(until) - Date.parse(from)) / 86_400_000 + 1

describe('a notice of holidays', () => {
  it('of 2026 is read whole', () => {
    expect(
      readNotice(notices[2026] ?? '', 1999).map(({ name, works, from, until }) => [name, works, from, until]),
    ).toEqual([
      ['元旦', 'off', '2026-01-01', '2026-01-03'],
      ['元旦', 'on', '2026-01-04', null],
      ['春节', 'off', '2026-02-15', '2026-02-23'],
      ['春节', 'on', '2026-02-14', null],
      ['春节', 'on', '2026-02-28', null],
      ['清明节', 'off', '2026-04-04', '2026-04-06'],
      ['劳动节', 'off', '2026-05-01', '2026-05-05'],
      ['劳动节', 'on', '2026-05-09', null],
      ['端午节', 'off', '2026-06-19', '2026-06-21'],
      ['中秋节', 'off', '2026-09-25', '2026-09-27'],
      ['国庆节', 'off', '2026-10-01', '2026-10-07'],
      ['国庆节', 'on', '2026-09-20', null],
      ['国庆节', 'on', '2026-10-10', null],
    ])
  })

  // The notice names each day of the week and counts the days: a slip of the keys would contradict them.
  it.each(Object.entries(notices))('of %s agrees with its own days of the week and counts', (year, text) => {
    const names = '日一二三四五六'
    for (const [, month, day, said] of text.matchAll(/(\d+)月(\d+)日（[^）]*周([日一二三四五六])）/g))
      expect(names[new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))).getUTCDay()]).toBe(said)
    const counts = [...text.matchAll(/共(\d+)天/g)].map(([, count]) => Number(count))
    const read = readNotice(text, 0)
    const off = read.filter(({ works }) => works === 'off')
    expect(off.map(({ from, until }) => daysBetween(from, until ?? from))).toEqual(counts)
    const exceptions = read.map(({ name, works, from, until }) => ({
      name,
      works: works === 'on',
      from,
      until: until ?? from,
    }))
    for (const { from, works } of read.filter((one) => one.works === 'on'))
      expect([from, works, isWorkingDay({ week: usualWeek, exceptions: [] }, from)]).toEqual([from, 'on', false])
    for (const { from, until } of off) expect(isWorkingDay({ week: usualWeek, exceptions }, until ?? from)).toBe(false)
  })

  it('may name single days, other years, and two feasts at once', () => {
    const text = `关于2023年部分节假日安排的通知
一、元旦：2022年12月31日至2023年1月2日放假调休，共3天。
二、清明节：4月5日放假，共1天。
六、中秋节、国庆节：9月29日至10月6日放假调休，共8天。10月7日（星期六）、10月8日（星期日）上班。
节假日期间，各单位要妥善安排好值班。`
    expect(readNotice(text, 2030)).toEqual([
      { name: '元旦', works: 'off', from: '2022-12-31', until: '2023-01-02' },
      { name: '清明节', works: 'off', from: '2023-04-05', until: null },
      { name: '中秋节、国庆节', works: 'off', from: '2023-09-29', until: '2023-10-06' },
      { name: '中秋节、国庆节', works: 'on', from: '2023-10-07', until: null },
      { name: '中秋节、国庆节', works: 'on', from: '2023-10-08', until: null },
    ])
  })

  it('may be lines of a table', () => {
    expect(
      readNotice('2027-01-01 至 2027-01-03 元旦 放假\n2027/1/9\t元旦\t调休上班\n2027-08-02, 厂庆\n', 2030),
    ).toEqual([
      { name: '元旦', works: 'off', from: '2027-01-01', until: '2027-01-03' },
      { name: '元旦', works: 'on', from: '2027-01-09', until: null },
      { name: '厂庆', works: 'off', from: '2027-08-02', until: null },
    ])
  })

  it.each([
    '',
    '各位同事好',
    '元旦：放假',
    '2027-02-30 不存在的一天',
    '元旦：13月1日放假',
    '2027-03-05 2027-03-01 倒着',
  ])('is none: %j', (text) => expect(readNotice(text, 2027)).toEqual([]))
})
