import type { KindSamples } from '../samples.ts'
import { references } from './kind.ts'

export const samples: KindSamples<readonly string[]> = {
  field: references('customer', { label: { zh: '样例', en: 'Sample' } }),
  values: [
    ['01994a3e-7c1b-7d20-8f3a-5b6c7d8e9f01'],
    ['01994a3e-7c1b-7d20-8f3a-5b6c7d8e9f02', '01994a3e-7c1b-7d20-8f3a-5b6c7d8e9f01'],
  ],
  texts: [
    ['王晓东；李海燕', ['01994a3e-7c1b-7d20-8f3a-5b6c7d8e9f01', '01994a3e-7c1b-7d20-8f3a-5b6c7d8e9f02']],
    ['王晓东、李海燕、王晓东', ['01994a3e-7c1b-7d20-8f3a-5b6c7d8e9f01', '01994a3e-7c1b-7d20-8f3a-5b6c7d8e9f02']],
    ['01994a3e-7c1b-7d20-8f3a-5b6c7d8e9f01', ['01994a3e-7c1b-7d20-8f3a-5b6c7d8e9f01']],
    [['01994A3E-7C1B-7D20-8F3A-5B6C7D8E9F01'], ['01994a3e-7c1b-7d20-8f3a-5b6c7d8e9f01']],
  ],
  invalid: [
    ['王晓东；没有这个人', 'field.reference_unknown'],
    [{}, 'field.invalid'],
  ],
  empty: [[]],
}
