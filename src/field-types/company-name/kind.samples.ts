import type { KindSamples } from '../samples.ts'
import { companyName } from './kind.ts'

export const samples: KindSamples<string> = {
  field: companyName({ label: { zh: '样例', en: 'Sample' } }),
  values: ['Acme (China) Ltd.', '平凉穿针引线科技有限公司', '绿旺（集团）有限公司'],
  texts: [
    ['平凉穿针引线科技有 限公司', '平凉穿针引线科技有限公司'],
    ['  平凉穿针引线科技有限公司  ', '平凉穿针引线科技有限公司'],
    ['绿旺(集团)有限公司', '绿旺（集团）有限公司'],
    ['绿旺 [集团] 有限公司', '绿旺（集团）有限公司'],
    ['ＩＢＭ 中国', 'IBM中国'],
    ['Acme （China）  Ltd.', 'Acme (China) Ltd.'],
  ],
  invalid: [
    ['名'.repeat(201), 'field.text_long'],
    [{}, 'field.invalid'],
  ],
}
