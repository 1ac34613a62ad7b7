import type { KindSamples } from '../samples.ts'
import { text } from './kind.ts'

export const samples: KindSamples<string> = {
  field: text({ label: { zh: '样例', en: 'Sample' }, max: 20 }),
  values: ['Acme', 'acme', '微信', '绿旺', '𠮷野家'],
  texts: [
    ['  绿旺  ', '绿旺'],
    ['ＡＢＣ１２', 'ABC12'],
    ['两 行\n一行', '两 行 一行'],
    ['零\u200b宽', '零宽'],
    ['NUL\u0000', 'NUL'],
    [42, '42'],
  ],
  invalid: [
    ['二'.repeat(21), 'field.text_long'],
    [{ a: 1 }, 'field.invalid'],
    [['a'], 'field.invalid'],
  ],
  free: true,
}
