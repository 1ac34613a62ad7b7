import type { KindSamples } from '../samples.ts'
import { number } from './kind.ts'

export const samples: KindSamples<number> = {
  field: number({ label: { zh: '样例', en: 'Sample' }, min: -1000, max: 1_000_000_000 }),
  values: [-12.5, 0, 0.1, 3, 1200, 350000],
  texts: [
    ['1,200', 1200],
    ['１２００', 1200],
    ['35万', 350000],
    ['0.12万', 1200],
    ['1.5亿', 150000000],
    ['-12.50', -12.5],
    ['−12.5', -12.5],
    ['(12.5)', -12.5],
    ['1.2E+3', 1200],
    ['.5', 0.5],
    [' 7 ', 7],
    [3, 3],
    ['-0', 0],
  ],
  invalid: [
    ['1,2.3', 'field.number_invalid'],
    ['1.234,5', 'field.number_invalid'],
    ['12abc', 'field.number_invalid'],
    ['1 200 人', 'field.number_invalid'],
    [Number.NaN, 'field.number_invalid'],
    [true, 'field.number_invalid'],
    [-1001, 'field.number_small'],
    ['20亿', 'field.number_large'],
    [{}, 'field.invalid'],
  ],
}
