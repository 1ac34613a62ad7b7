import type { KindSamples } from '../samples.ts'
import { longText } from './kind.ts'

export const samples: KindSamples<string> = {
  field: longText({ label: { zh: '样例', en: 'Sample' } }),
  values: ['一行', '第一行\n\n- 第二行 **重**', '<script>alert(1)</script>', '=HYPERLINK("http://example.com","点我")'],
  texts: [
    ['a\r\nb  \r\nc', 'a\nb\nc'],
    ['  前后  ', '前后'],
  ],
  invalid: [
    ['长'.repeat(20_001), 'field.text_long'],
    [{}, 'field.invalid'],
  ],
  free: true,
}
