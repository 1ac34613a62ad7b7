import type { RegionTable } from '#shared/regions'
import { companyName } from './company-names.ts'
import { creditCode, landline, mobile } from './numbers.ts'
import { personName } from './people-names.ts'
import { type Area, placesOf } from './places.ts'
import { idFrom, random } from './random.ts'

const customerSeed = 1
const contactSeed = 2
const areas: readonly Area[] = ['east', 'south', 'north']
const tiers = { vip: 8, ordinary: 42, potential: 50 } as const
const stages = { prospect: 45, first: 20, repeat: 15, loyal: 8, dormant: 8, lost: 4 } as const
const sources = ['search', 'advertisement', 'referral', 'online_inquiry', 'cold_visit', 'phone_inquiry', 'exhibition']
const tags = ['年框', '月结', '招标', '政企', '代理', '样板客户', '待验厂', '价格敏感']
const titles = ['总经理', '采购经理', '采购主管', '行政经理', '财务经理', '办公室主任', '仓储主管', '信息主管']
const levels = { '1': 90, '2': 8, '3': 2 } as const

const day = 86_400_000
const began = Date.UTC(2023, 8, 1)
/** Two records a minute fill three years with a million. */
const apart = 90_000

/** Where the clock stood when the n-th customer was taken down. */
export function timeOf(index: number): number {
  return began + index * apart
}

export function largeCustomerId(index: number): string {
  return idFrom(timeOf(index), customerSeed, index)
}

/** The n-th customer of a large load with its contact: always the same, whoever makes it and however often. */
export function largeRecord(
  index: number,
  settings: { regions: RegionTable; owners: readonly string[] },
): { owner: string; customer: Record<string, unknown>; contact: Record<string, unknown>; contactId: string } {
  // Once is not enough: of a million chances by one index a quarter begin as another does, and would be that customer over again.
  const chance = random(customerSeed, index, index)
  const place = chance.pick(placesOf(settings.regions)[chance.pick(areas)])
  const { name, shortName, industry } = companyName(chance, place)
  const person = personName(chance, chance.chance(0.6) ? 'male' : 'female')
  const owner = chance.pick(settings.owners)
  const customer = {
    name,
    shortName,
    industry,
    type: 'company',
    tier: chance.weighted(tiers),
    level: chance.weighted(levels),
    stage: chance.weighted(stages),
    source: chance.pick(sources),
    creditCode: creditCode(chance, place),
    phone: landline(chance, place),
    email: `office${index}@example.com`,
    region: place.region,
    street: `${chance.pick(place.streets)}${chance.between(1, 999)}号`,
    tags: chance.chance(0.25) ? [chance.pick(tags)] : null,
    owner,
    nextFollowUp: chance.chance(0.3) ? dateAt(timeOf(index) + chance.between(1, 60) * day) : null,
  }
  const contact = {
    name: person,
    customer: largeCustomerId(index),
    title: chance.pick(titles),
    phone: mobile(chance),
    email: `contact${index}@example.com`,
    primary: true,
  }
  return { owner, customer, contact, contactId: idFrom(timeOf(index), contactSeed, index) }
}

function dateAt(time: number): string {
  return new Date(time).toISOString().slice(0, 10)
}
