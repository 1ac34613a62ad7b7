import type { KindSamples } from '../samples.ts'
import { region } from './kind.ts'

export const samples: KindSamples<string> = {
  field: region({ label: { zh: '样例', en: 'Sample' } }),
  values: ['110105', '33', '3301', '330110', '429004', '654002', '81'],
  texts: [
    ['浙江省杭州市余杭区', '330110'],
    ['浙江 杭州 余杭', '330110'],
    ['浙江/杭州/余杭', '330110'],
    ['330110', '330110'],
    ['330000', '33'],
    ['330110000000', '330110'],
    ['北京市市辖区朝阳区', '110105'],
    ['北京市北京市朝阳区', '110105'],
    ['杭州', '3301'],
    ['新疆伊犁州伊宁市', '654002'],
    ['湖北仙桃', '429004'],
    ['香港', '81'],
  ],
  invalid: [
    ['朝阳区', 'field.region_unknown'],
    ['伊宁', 'field.region_unknown'],
    ['浙江省苏州市', 'field.region_unknown'],
    ['999999', 'field.region_unknown'],
    [{}, 'field.invalid'],
  ],
}
