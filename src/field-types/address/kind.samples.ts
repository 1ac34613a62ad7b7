import type { KindSamples } from '../samples.ts'
import { address } from './kind.ts'

export const samples: KindSamples<string> = {
  field: address({ label: { zh: '样例', en: 'Sample' } }),
  values: ['人民路643号大厦18层', '文一西路969号（近五常）A座1203', '5 Baker Street, London'],
  texts: [
    ['人民路 ６４３号 大厦18层', '人民路643号大厦18层'],
    ['  5  Baker   Street, London ', '5 Baker Street, London'],
  ],
  invalid: [
    ['路'.repeat(301), 'field.text_long'],
    [{}, 'field.invalid'],
  ],
}
