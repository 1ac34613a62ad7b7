import type { KindSamples } from '../samples.ts'
import { choices } from './kind.ts'

export const samples: KindSamples<readonly ('farming' | 'trade' | 'finance')[]> = {
  field: choices({
    label: { zh: '样例', en: 'Sample' },
    choices: {
      farming: { zh: '农、林、牧、渔业', en: 'Farming, forestry, fishing' },
      trade: { zh: '批发和零售业', en: 'Trade' },
      finance: { zh: '金融业', en: 'Finance' },
    },
  }),
  values: [['farming'], ['trade', 'finance'], ['finance', 'farming']],
  texts: [
    ['批发和零售业；金融业', ['trade', 'finance']],
    ['农、林、牧、渔业', ['farming']],
    ['农、林、牧、渔业;金融业', ['farming', 'finance']],
    ['批发和零售业、金融业', ['trade', 'finance']],
    ['Trade, Finance', ['trade', 'finance']],
    [['trade', 'trade'], ['trade']],
  ],
  invalid: [
    ['批发和零售业；航天', 'field.choice_unknown'],
    [['moon'], 'field.choice_unknown'],
    [{}, 'field.invalid'],
  ],
  empty: [[], '；'],
}
