import type { KindSamples } from '../samples.ts'
import { tags } from './kind.ts'

export const samples: KindSamples<readonly string[]> = {
  field: tags({ label: { zh: '样例', en: 'Sample' } }),
  values: [['VIP'], ['VIP', '月结'], ['年框 2026']],
  texts: [
    ['VIP;月结', ['VIP', '月结']],
    ['VIP、月结，年框', ['VIP', '月结', '年框']],
    ['#VIP ｜ ＶＩＰ', ['VIP']],
    [['月结', '  '], ['月结']],
  ],
  invalid: [
    [['a;b'], 'field.tag_separator'],
    ['长'.repeat(41), 'field.text_long'],
    [{}, 'field.invalid'],
  ],
  empty: [[], ';;', '无'],
}
