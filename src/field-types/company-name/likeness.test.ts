import { expect, it } from 'vitest'
import { chinaRegions } from '../region/divisions.ts'
import { companyKey, compareCompanies } from './likeness.ts'

const env = { regions: chinaRegions() }
const compare = (one: string, other: string) => {
  const agreement = compareCompanies(one, other, env)
  expect(compareCompanies(other, one, env)).toBe(agreement)
  return agreement
}

it.each([
  ['鞍山井立方新材料有限公司', '鞍山井立方新材料有限责任公司'],
  ['吴忠南丰集团环保集团有限公司', '吴忠南丰集团环保集团有限责任公司'],
  ['绿旺贸易（上海）有限公司', '绿旺贸易(上海市)有限公司'],
  ['浙江省绿旺贸易有限公司', '浙江绿旺贸易有限公司'],
  ['Green Prosper Trading Co., Ltd.', 'GREEN PROSPER TRADING CO LTD'],
])('takes %s and %s for one', (one, other) => {
  expect(compare(one, other)).toBe('same')
  expect(companyKey(one, env)).toBe(companyKey(other, env))
})

it.each([
  ['北京远景装饰环保有限公司', '远景装饰环保有限公司'],
  ['杭州绿旺贸易有限公司', '杭州绿望贸易有限公司'],
  ['杭州绿旺贸易有限公司', '绿旺贸易'],
  ['杭州绿旺贸易有限公司', '杭州绿旺贸易股份有限公司'],
])('takes %s and %s for alike, and finds one by the other', (one, other) => {
  expect(compare(one, other)).toBe('alike')
  expect(companyKey(one, env)).toBe(companyKey(other, env))
})

it.each([
  ['东莞绿旺汽车配件有限公司', '东莞绿旺汽车配件有限公司上海分公司'],
  ['东莞绿旺汽车配件有限公司北京分公司', '东莞绿旺汽车配件有限公司上海分公司'],
  ['绿旺汽车配件有限公司', '绿旺汽车配件有限公司杭州办事处'],
  ['绿旺汽车配件一厂', '绿旺汽车配件二厂'],
  ['绿旺汽车配件第一分公司', '绿旺汽车配件第十二分公司'],
  ['杭州绿旺贸易有限公司', '宁波绿旺贸易有限公司'],
  ['绿旺贸易（上海）有限公司', '绿旺贸易（北京）有限公司'],
  ['绿旺咖啡（西湖店）', '绿旺咖啡（滨江店）'],
])('keeps %s and %s apart', (one, other) => {
  expect(compare(one, other)).toBe('apart')
})

it('takes two of one name for alike where many bear it, and others for different', () => {
  expect(compare('江英兰', '江英兰')).toBe('alike')
  expect(compare('江英兰', '江英')).toBe('different')
  expect(compare('杭州绿旺贸易有限公司', '杭州东方丝绸有限公司')).toBe('different')
})
