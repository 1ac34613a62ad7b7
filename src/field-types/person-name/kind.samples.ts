import type { KindSamples } from '../samples.ts'
import { personName } from './kind.ts'

export const samples: KindSamples<string> = {
  field: personName({ label: { zh: '样例', en: 'Sample' } }),
  values: ['John Smith', '买买提·吐尔逊', '余明桂', '王芳'],
  texts: [
    ['  余 明桂 ', '余明桂'],
    ['余　明　桂', '余明桂'],
    ['买买提•吐尔逊', '买买提·吐尔逊'],
    ['买买提 ・ 吐尔逊', '买买提·吐尔逊'],
    ['John   Smith', 'John Smith'],
  ],
  invalid: [
    ['名'.repeat(101), 'field.text_long'],
    [{}, 'field.invalid'],
  ],
  empty: ['不详'],
}
