import type { KindSamples } from '../samples.ts'
import { creditCode } from './kind.ts'

export const samples: KindSamples<string> = {
  field: creditCode({ label: { zh: '样例', en: 'Sample' } }),
  values: ['911101084LMR2KUM6T', '91150826XUT51Y771F', '91350100M000100Y43'],
  texts: [
    ['911101084lmr2kum6t', '911101084LMR2KUM6T'],
    ['9111 0108 4LMR 2KUM6T', '911101084LMR2KUM6T'],
    ['９１３５０１００M０００１００Y４３', '91350100M000100Y43'],
    ['91350100-M000100Y-43', '91350100M000100Y43'],
  ],
  invalid: [
    ['91640502L79YCHW487', 'field.credit_code_check'],
    ['91350100M000100Y4', 'field.credit_code_length'],
    ['9135O100M000100Y43', 'field.credit_code_character'],
    ['9.11401E+17', 'field.number_damaged'],
    ['911401001234567000', 'field.number_damaged'],
  ],
}
