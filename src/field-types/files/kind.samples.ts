import type { KindSamples } from '../samples.ts'
import { files } from './kind.ts'

export const samples: KindSamples<readonly string[]> = {
  field: files({ label: { zh: '样例', en: 'Sample' }, max: 2 }),
  values: [
    ['01994a3e-7c1b-7d20-8f3a-5b6c7d8e9f01'],
    ['01994a3e-7c1b-7d20-8f3a-5b6c7d8e9f02', '01994a3e-7c1b-7d20-8f3a-5b6c7d8e9f01'],
  ],
  texts: [
    [
      ['01994a3e-7c1b-7d20-8f3a-5b6c7d8e9f01', '01994a3e-7c1b-7d20-8f3a-5b6c7d8e9f01'],
      ['01994a3e-7c1b-7d20-8f3a-5b6c7d8e9f01'],
    ],
  ],
  invalid: [
    [['a.pdf'], 'field.reference_unknown'],
    [
      [
        '01994a3e-7c1b-7d20-8f3a-5b6c7d8e9f01',
        '01994a3e-7c1b-7d20-8f3a-5b6c7d8e9f02',
        '01994a3e-7c1b-7d20-8f3a-5b6c7d8e9f03',
      ],
      'field.files_many',
    ],
  ],
  empty: [[]],
}
