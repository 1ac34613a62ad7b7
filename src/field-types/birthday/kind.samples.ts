import type { KindSamples } from '../samples.ts'
import { birthday } from './kind.ts'

export const samples: KindSamples<string> = {
  field: birthday({ label: { zh: '样例', en: 'Sample' } }),
  values: ['--02-29', '1990-04-12', 'L--08-15', 'L1990-04-12', 'L1990-闰05-12'],
  texts: [
    ['1990/4/12', '1990-04-12'],
    ['1990年4月12日', '1990-04-12'],
    ['19900412', '1990-04-12'],
    ['4月12日', '--04-12'],
    ['04-12', '--04-12'],
    ['公历1990-04-12', '1990-04-12'],
    ['农历1990年4月12', 'L1990-04-12'],
    ['阴历四月十二', 'L--04-12'],
    ['一九九〇年四月十二日', '1990-04-12'],
    ['农历一九九〇年闰五月十二', 'L1990-闰05-12'],
    ['正月初一', 'L--01-01'],
    ['腊月三十', 'L--12-30'],
    ['冬月廿三', 'L--11-23'],
    ['八月二十五', '--08-25'],
    ['1990-4-12（农历）', 'L1990-04-12'],
    ['Lunar 1990-04-12', 'L1990-04-12'],
  ],
  invalid: [
    ['2990-04-12', 'field.birthday_future'],
    ['1790-04-12', 'field.birthday_old'],
    ['1990-02-30', 'field.date_impossible'],
    ['2月30日', 'field.date_impossible'],
    ['农历1990年闰4月12日', 'field.lunar_impossible'],
    ['农历1990年13月1日', 'field.lunar_impossible'],
    ['春天', 'field.date_invalid'],
  ],
}
