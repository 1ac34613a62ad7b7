import { expect, test } from 'vitest'
import type { RegionNode } from '#shared/regions'
import { chinaRegions } from './divisions.ts'

const regions = chinaRegions()

function codesOf(nodes: readonly RegionNode[]): string[] {
  return nodes.flatMap(({ code, children = [] }) => [code, ...codesOf(children)])
}

test('every region of the table is found again by its full name', () => {
  const codes = codesOf(regions.tree)
  expect(codes.length).toBeGreaterThan(3000)
  const lost = codes.filter((code) => {
    const meant = regions.read(code)
    return meant === undefined || regions.read(regions.nameOf(meant) ?? '') !== meant
  })
  expect(lost).toEqual([])
})

test('levels of the table that are no place mean the place above them', () => {
  expect(regions.read('1101')).toBe('11')
  expect(regions.pathOf('110105')).toEqual(['北京市', '朝阳区'])
  expect(regions.nameOf('429004')).toBe('湖北省仙桃市')
})

test('three columns of a spreadsheet name a district, in full and short', () => {
  expect(regions.find(['北京市', '北京市', '朝阳区'])).toBe('110105')
  expect(regions.find(['北京市', '市辖区', '朝阳区'])).toBe('110105')
  expect(regions.find(['甘肃', '平凉市', '崇信县'])).toBe('620823')
  expect(regions.find(['新疆', '博尔塔拉', '温泉'])).toBe('652723')
  expect(regions.find(['重庆市', '县', '城口县'])).toBe('500229')
})

test('a name that several places bear names none', () => {
  expect(regions.read('朝阳区')).toBeUndefined()
  expect(regions.read('鼓楼区')).toBeUndefined()
  expect(regions.read('浙江省苏州市')).toBeUndefined()
  expect(regions.read('')).toBeUndefined()
})
