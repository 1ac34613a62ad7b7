import { describe, expect, test } from 'vitest'
import { matchColumns } from './match-columns.ts'

const targets = [
  { path: 'name', labels: ['客户名称', 'Name', 'Account Name', '公司名称'] },
  { path: 'phone', labels: ['电话', 'Phone'] },
  { path: 'region.province', labels: ['省', '省份', 'Province', 'State'] },
  { path: 'region.city', labels: ['市', '城市', 'City'] },
  { path: 'region.district', labels: ['区', '区县', 'District'] },
  { path: 'contact.name', labels: ['联系人姓名', 'Contact Name'] },
  { path: 'contact.phone', labels: ['联系人手机', 'Contact Mobile'] },
  { path: 'annualRevenue', labels: ['年营业额', 'Annual Revenue'] },
]
const match = (...headings: string[]) => matchColumns(headings, targets)

describe('columns find their targets', () => {
  test('by Chinese and by English names', () => {
    expect(match('客户名称', '省', '市', '区', '联系人手机')).toEqual([
      'name',
      'region.province',
      'region.city',
      'region.district',
      'contact.phone',
    ])
    expect(match('Account Name', 'State', 'City', 'District', 'Contact Mobile')).toEqual([
      'name',
      'region.province',
      'region.city',
      'region.district',
      'contact.phone',
    ])
  })

  test('by the path itself', () => {
    expect(match('contact.phone', 'annualRevenue', 'annual_revenue')).toEqual(['contact.phone', 'annualRevenue', null])
  })

  test.each([
    ['account name', 'name'],
    ['ACCOUNT_NAME', 'name'],
    ['＊客户名称', 'name'],
    ['客户名称*', 'name'],
    ['客户名称（必填）', 'name'],
    ['【必填】客户名称：', 'name'],
    ['客户 名称', 'name'],
    ['Ａｃｃｏｕｎｔ　Ｎａｍｅ', 'name'],
    ['年营业额(万元)', 'annualRevenue'],
    ['年营业额（万元） *', 'annualRevenue'],
    ['客户名称 / Account Name', 'name'],
    ['客户名称 Account Name', 'name'],
    ['联系人 手机', 'contact.phone'],
  ])('whatever stands around the name: %s', (heading, path) => {
    expect(match(heading)).toEqual([path])
  })

  test.each(['省/市', '名称', '客户', '(必填)', '', '客户电话', 'Contact'])(
    'but nothing is guessed from %j',
    (heading) => {
      expect(match(heading)).toEqual([null])
    },
  )
})

describe('a target is given once', () => {
  test('to the heading that names it best, wherever it stands', () => {
    expect(match('电话（备用）', '电话')).toEqual([null, 'phone'])
    expect(match('Phone', '电话')).toEqual(['phone', null])
  })

  test('and a name that two targets share goes to the first that is free', () => {
    const shared = [
      { path: 'a', labels: ['电话'] },
      { path: 'b', labels: ['电话', '手机'] },
    ]
    expect(matchColumns(['电话', '电话 (2)'], shared)).toEqual(['a', 'b'])
  })
})

test('headings made to slow the matching down take no time', () => {
  const start = performance.now()
  match('() '.repeat(66), '('.repeat(200), '[('.repeat(100))
  expect(performance.now() - start).toBeLessThan(200)
})
