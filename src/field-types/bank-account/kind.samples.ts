import type { KindSamples } from '../samples.ts'
import { bankAccount } from './kind.ts'

export const samples: KindSamples<string> = {
  field: bankAccount({ label: { zh: '样例', en: 'Sample' } }),
  values: ['44050158000800000123', '6222021001112223334', 'GB82WEST12345698765432'],
  texts: [
    ['6222 0210 0111 2223 334', '6222021001112223334'],
    ['6222-0210-0111-2223-334', '6222021001112223334'],
    ['gb82 west 1234 5698 7654 32', 'GB82WEST12345698765432'],
  ],
  invalid: [
    ['6.22202E+18', 'field.number_damaged'],
    ['6222021001112220000', 'field.number_damaged'],
    ['123', 'field.bank_account_invalid'],
    ['工商银行', 'field.bank_account_invalid'],
  ],
}
