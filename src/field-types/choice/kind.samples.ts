import type { KindSamples } from '../samples.ts'
import { choice } from './kind.ts'

export const samples: KindSamples<'potential' | 'ordinary' | 'vip' | 'retired'> = {
  field: choice({
    label: { zh: '样例', en: 'Sample' },
    choices: {
      potential: { zh: '潜在客户', en: 'Potential' },
      ordinary: { zh: '普通客户', en: 'Ordinary', colour: 'blue' },
      vip: { zh: '重要客户', en: 'VIP' },
      retired: { zh: '旧级别', en: 'Old tier', hidden: true },
    },
  }),
  values: ['ordinary', 'potential', 'retired', 'vip'],
  texts: [
    ['重要客户', 'vip'],
    [' 重要 客户 ', 'vip'],
    ['VIP', 'vip'],
    ['vip', 'vip'],
    ['old TIER', 'retired'],
  ],
  invalid: [
    ['钻石', 'field.choice_unknown'],
    [['vip'], 'field.invalid'],
  ],
}
