import type { RegionTable } from '#shared/regions'
import { companyName } from './company-names.ts'
import { damaged } from './damaged.ts'
import { sellersOf } from './demo-staff.ts'
import { creditCode, landline } from './numbers.ts'
import { latinName, personName } from './people-names.ts'
import { type Place, placesOf } from './places.ts'
import { type PlannedFollowUp, planFollowUps } from './plan-follow-ups.ts'
import { type PlannedPerson, planContacts, planPrivatePerson } from './plan-people.ts'
import { type PlannedPurchase, planPurchases } from './plan-purchases.ts'
import { type Random, random } from './random.ts'
import { standingOf } from './standing.ts'
import { dateOf, day } from './work-time.ts'

export type PlannedCustomer = {
  at: number
  owner: string
  collaborators: readonly string[]
  input: Record<string, unknown>
  contacts: readonly PlannedPerson[]
  purchases: readonly PlannedPurchase[]
  followUps: readonly PlannedFollowUp[]
}

const customerSeed = 3
const areaShares = { east: 42, south: 30, north: 28 } as const
const sourceShares = {
  referral: 20,
  customer_introduction: 12,
  phone_inquiry: 14,
  online_inquiry: 14,
  search: 12,
  exhibition: 10,
  cold_visit: 10,
  advertisement: 5,
  promotion: 3,
} as const
const sizes = {
  micro: { employees: [3, 10], millions: [1, 5] },
  small: { employees: [11, 80], millions: [5, 40] },
  medium: { employees: [81, 400], millions: [40, 300] },
  large: { employees: [401, 3000], millions: [300, 4000] },
} as const
const sizeShares = { micro: 20, small: 45, medium: 28, large: 7 } as const

export type Horizon = { index: number; at: number; until: number; regions: RegionTable; taken: Set<string> }

/** One customer with its whole story; the same index always tells the same one. */
export function planCustomer({ index, at, until, regions, taken }: Horizon): PlannedCustomer {
  const chance = random(customerSeed, index)
  const area = chance.weighted(areaShares)
  const place = chance.pick(placesOf(regions)[area])
  const purchases = planPurchases(chance, at, until)
  const isPerson = chance.chance(0.18)
  const person = isPerson ? planPrivatePerson(chance, index, until) : null
  const contacts = isPerson ? [] : planContacts(chance, index, until)
  const people = person ? [person.spoken] : contacts.map(({ spoken }) => spoken)
  const followUps = planFollowUps(chance, { since: at, until, purchases, people })
  const owner = ownerIn(chance, place)
  const input: Record<string, unknown> = {
    ...(person ? person.input : companyFacts(chance, place, taken)),
    ...standingOf(chance, purchases, { since: at, until }),
    source: chance.chance(0.94) ? chance.weighted(sourceShares) : null,
    region: place.region,
    street: chance.chance(0.95) ? streetOf(chance, place, isPerson) : null,
    nextFollowUp: nextOf(followUps, until),
  }
  Object.assign(input, { tags: tagsOf(chance, input, purchases), remarks: remarksOf(chance, input) })
  const collaborators = helpersOf(chance, input)
  return { at, owner, collaborators, input: damaged(chance, input), contacts, purchases, followUps }
}

function ownerIn(chance: Random, place: Place): string {
  // Shanghai has its own office.
  if (place.city === '上海') return chance.pick(['luyun', 'guwei', 'guwei', 'xujing'])
  return chance.pick(sellersOf[place.area])
}

/** Service looks after those who buy, marketing after those met at fairs. */
function helpersOf(chance: Random, { tier, source }: Record<string, unknown>): string[] {
  const served = chance.chance(tier === 'vip' ? 0.6 : tier === 'ordinary' ? 0.08 : 0)
  return [
    ...(served ? [chance.pick(['dengting', 'panxiaolong'])] : []),
    ...(source === 'exhibition' && chance.chance(0.4) ? ['yuanmengqi'] : []),
  ]
}

function companyFacts(chance: Random, place: Place, taken: Set<string>): Record<string, unknown> {
  let made = companyName(chance, place)
  while (taken.has(made.name)) made = companyName(chance, place)
  taken.add(made.name)
  const size = chance.weighted(sizeShares)
  const { employees, millions } = sizes[size]
  const [poorest, richest] = millions
  const latin = latinName(made.shortName)
  return {
    ...made,
    type: 'company',
    size,
    employees: chance.between(employees[0], employees[1]),
    annualRevenue: chance.chance(0.5) ? yuan(chance.between(poorest, richest) * 1_000_000) : null,
    creditCode: creditCode(chance, place),
    legalRepresentative: personName(chance, chance.chance(0.75) ? 'male' : 'female'),
    phone: chance.chance(0.94) ? landline(chance, place) : null,
    fax: chance.chance(0.15) ? landline(chance, place) : null,
    email: chance.chance(0.8) ? `info@${latin}.example.com` : null,
    website: chance.chance(0.35) ? `https://www.${latin}.example.com` : null,
  }
}

function yuan(amount: number): { amount: number; currency: string } {
  return { amount: amount * 100, currency: 'CNY' }
}

const rooms = ['3 号楼 501 室', 'A 座 1203 室', '科创园 2 幢 4 楼', 'B 座 806', '大厦 18 层', '工业园 7 号厂房']

function streetOf(chance: Random, place: Place, isPerson: boolean): string {
  const number = `${chance.pick(place.streets)}${chance.between(1, 1800)}号`
  if (isPerson) return `${number}${chance.between(1, 30)}幢${chance.between(1, 18)}0${chance.between(1, 4)}室`
  return chance.chance(0.6) ? number + chance.pick(rooms) : number
}

/** What stands open from the last talk; long overdue ones have been dropped. */
function nextOf(followUps: readonly PlannedFollowUp[], until: number): string | null {
  const next = followUps.at(-1)?.nextAt ?? null
  return next && next >= dateOf(until - 20 * day) ? next : null
}

function tagsOf(
  chance: Random,
  input: Record<string, unknown>,
  purchases: readonly PlannedPurchase[],
): string[] | null {
  const consumables = purchases.filter(({ product }) => product >= 3 && product <= 5).length
  const tags = [
    ...(consumables >= 5 ? ['耗材大户'] : []),
    ...(input.source === 'exhibition' && !purchases.length ? ['展会新客'] : []),
    ...(input.tier === 'vip' ? [chance.pick(['年框', '月结'])] : []),
    ...(input.tier === 'vip' && chance.chance(0.15) ? ['样板客户'] : []),
    ...(input.size === 'large' && chance.chance(0.5) ? ['招标客户'] : []),
    ...(input.size === 'large' && chance.chance(0.4) ? ['多分支'] : []),
    ...(input.type === 'company' && chance.chance(0.04) ? ['政企采购'] : []),
    ...(chance.chance(0.08) ? ['价格敏感'] : []),
    ...(input.type === 'person' && chance.chance(0.3) ? ['现款'] : []),
  ]
  return tags.length ? tags : null
}

const remarks = [
  '采购流程：使用部门提需求，行政比价，分管副总签字。',
  '送货需提前一天预约，货梯下午四点后停用。',
  '发票抬头与公司名称不同，开票前务必核对。',
  '与行政前台关系较好，可先打前台电话再转。',
  '每年三月和九月集中采购。',
]
const secrets = ['年底返点 2%，仅区域经理与总经办知悉。', '竞品底价已掌握，报价时控制在其 103% 以内。']

function remarksOf(chance: Random, input: Record<string, unknown>): string | null {
  if (input.level === '2' && chance.chance(0.2)) input.secretRemarks = chance.pick(secrets)
  return input.type === 'company' && chance.chance(0.15) ? chance.pick(remarks) : null
}
