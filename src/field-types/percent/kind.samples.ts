import type { KindSamples } from '../samples.ts'
import { percent } from './kind.ts'

export const samples: KindSamples<number> = {
  field: percent({ label: { zh: '样例', en: 'Sample' }, min: 0, max: 100 }),
  values: [0, 12.5, 33.333, 100],
  texts: [
    ['12.5%', 12.5],
    ['１２．５％', 12.5],
    ['12.5 %', 12.5],
    ['百分之30', 30],
    [80, 80],
  ],
  invalid: [
    ['101%', 'field.number_large'],
    ['一半', 'field.number_invalid'],
  ],
}
