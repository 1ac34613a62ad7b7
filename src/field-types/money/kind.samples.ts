import type { Money } from '#shared/money'
import type { KindSamples } from '../samples.ts'
import { money } from './kind.ts'

export const samples: KindSamples<Money> = {
  field: money({ label: { zh: '样例', en: 'Sample' } }),
  values: [
    { amount: -120000, currency: 'CNY' },
    { amount: 0, currency: 'CNY' },
    { amount: 1, currency: 'CNY' },
    { amount: 500, currency: 'JPY' },
    { amount: 874908, currency: 'CNY' },
    { amount: 1200000, currency: 'USD' },
  ],
  texts: [
    ['¥8,749.08', { amount: 874908, currency: 'CNY' }],
    ['￥8749.08', { amount: 874908, currency: 'CNY' }],
    ['９７５８．６０', { amount: 975860, currency: 'CNY' }],
    ['3,222.12元', { amount: 322212, currency: 'CNY' }],
    ['0.12万', { amount: 120000, currency: 'CNY' }],
    ['16.75 万元', { amount: 16750000, currency: 'CNY' }],
    ['1.5亿元', { amount: 15000000000, currency: 'CNY' }],
    ['人民币 300 元整', { amount: 30000, currency: 'CNY' }],
    ['RMB 300', { amount: 30000, currency: 'CNY' }],
    ['CNY1,000', { amount: 100000, currency: 'CNY' }],
    ['USD 300', { amount: 30000, currency: 'USD' }],
    ['$300.5', { amount: 30050, currency: 'USD' }],
    ['HK$ 88', { amount: 8800, currency: 'HKD' }],
    ['500 JPY', { amount: 500, currency: 'JPY' }],
    ['(1,200.00)', { amount: -120000, currency: 'CNY' }],
    ['-¥1,200', { amount: -120000, currency: 'CNY' }],
    ['1.005', { amount: 101, currency: 'CNY' }],
    ['-1.005', { amount: -101, currency: 'CNY' }],
    [725.53, { amount: 72553, currency: 'CNY' }],
  ],
  invalid: [
    ['1,2.3', 'field.money_invalid'],
    ['1.234,56', 'field.money_invalid'],
    ['三千', 'field.money_invalid'],
    ['1.2E+08', 'field.number_damaged'],
    ['999999999亿', 'field.number_large'],
    [{ amount: 1.5, currency: 'CNY' }, 'field.money_minor_units'],
    [{ amount: 1, currency: 'ABC' }, 'field.money_currency'],
    [{ amount: 1 }, 'field.money_currency'],
  ],
  empty: ['暂无'],
}
