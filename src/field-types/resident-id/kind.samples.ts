import type { KindSamples } from '../samples.ts'
import { residentId } from './kind.ts'

export const samples: KindSamples<string> = {
  field: residentId({ label: { zh: '样例', en: 'Sample' } }),
  values: ['11010519491231002X', '110105199003071052'],
  texts: [
    ['11010519491231002x', '11010519491231002X'],
    ['110105 1949 1231 002X', '11010519491231002X'],
    ['１１０１０５１９４９１２３１００２Ｘ', '11010519491231002X'],
    ["'11010519491231002X", '11010519491231002X'],
    ['110105491231002', '11010519491231002X'],
  ],
  invalid: [
    ['110105194912310021', 'field.resident_id_check'],
    ['1101051949123100', 'field.resident_id_length'],
    ['11010519490231002X', 'field.resident_id_birth'],
    ['11010529491231002X', 'field.resident_id_birth'],
    ['99010519491231002X', 'field.resident_id_region'],
    ['1.10105E+17', 'field.number_damaged'],
    ['110105194912310000', 'field.number_damaged'],
  ],
}
