import type { KindSamples } from '../samples.ts'
import { boolean } from './kind.ts'

export const samples: KindSamples<boolean> = {
  field: boolean({ label: { zh: '样例', en: 'Sample' } }),
  values: [false, true],
  texts: [
    ['是', true],
    ['否', false],
    ['Yes', true],
    ['N', false],
    ['√', true],
    ['×', false],
    ['TRUE', true],
    ['0', false],
    [1, true],
  ],
  invalid: [
    ['也许', 'field.boolean_unknown'],
    [2, 'field.boolean_unknown'],
    [{}, 'field.invalid'],
  ],
}
