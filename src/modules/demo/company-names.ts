import { readFileSync } from 'node:fs'
import type { Place } from './places.ts'
import type { Random } from './random.ts'

/** How often a section of the economy occurs among customers. */
const shares = { C: 30, F: 22, I: 14, E: 7, G: 6, L: 6, M: 5, H: 3, P: 3, Q: 2, K: 2 } as const

type Trade = keyof typeof shares

/** What firms of a section call themselves. */
const trades: Readonly<Record<Trade, readonly string[]>> = {
  C: ['机械', '电子', '精密制造', '新材料', '包装', '服饰', '食品', '自动化设备', '塑胶', '五金'],
  F: ['贸易', '商贸', '供应链管理', '进出口', '百货', '建材'],
  I: ['信息技术', '网络科技', '软件', '数据服务', '智能科技'],
  E: ['建筑工程', '装饰工程', '园林工程'],
  G: ['物流', '货运代理', '仓储服务'],
  L: ['企业管理', '商务咨询', '人力资源', '广告传媒'],
  M: ['检测技术', '工程设计', '生物科技'],
  H: ['酒店管理', '餐饮管理'],
  P: ['教育科技', '文化培训'],
  Q: ['医疗科技', '健康管理'],
  K: ['物业服务', '置业'],
}

const forms = { 有限公司: 86, 有限责任公司: 6, 股份有限公司: 5, 集团有限公司: 3 } as const

const shortNames: readonly string[] = readFileSync(new URL('./short-names.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n')

export type CompanyName = { name: string; shortName: string; industry: Trade }

/** 杭州 + 南极鹰 + 机械 + 有限公司 */
export function companyName(chance: Random, place: Place): CompanyName {
  const industry = chance.weighted(shares)
  const shortName = chance.pick(shortNames)
  const name = `${place.city}${shortName}${chance.pick(trades[industry])}${chance.weighted(forms)}`
  return { name, shortName, industry }
}
