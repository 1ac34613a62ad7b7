import { expect, test } from 'vitest'
import { alikeName } from './alike.ts'

test.each([
  ['杭州绿旺科技有限公司', '杭州绿旺科技'],
  ['杭州绿旺科技股份有限公司', '杭州绿旺科技'],
  ['杭州绿旺贸易（集团）有限责任公司', '杭州绿旺贸易'],
  ['绿旺', '绿旺'],
  ['有限公司', '有限公司'],
  ['Acme Trading Co., Ltd.', 'Acme Trading'],
  ['绿', undefined],
  ['abc', undefined],
  ['13800138000', undefined],
  ['', undefined],
])('%s is looked for as %s', (typed, core) => {
  expect(alikeName(typed)).toBe(core)
})
