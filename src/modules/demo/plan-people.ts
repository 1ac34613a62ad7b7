import { birthday } from './birthdays.ts'
import { mobile } from './numbers.ts'
import { type Gender, latinName, personName, politeName } from './people-names.ts'
import type { Random } from './random.ts'

export type PlannedPerson = { spoken: string; input: Record<string, unknown> }

const posts = [
  ['总经理', '总经办'],
  ['采购经理', '采购部'],
  ['采购主管', '采购部'],
  ['行政经理', '行政部'],
  ['行政专员', '行政部'],
  ['财务经理', '财务部'],
  ['办公室主任', '综合办公室'],
  ['信息主管', '信息部'],
  ['仓储主管', '仓储部'],
] as const
const preferred = ['phone', 'wechat', 'email', 'meeting'] as const

/** A person with what a business card and some talk tell. */
function person(chance: Random, serial: number, until: number) {
  const gender: Gender = chance.chance(0.58) ? 'male' : 'female'
  const name = personName(chance, gender)
  const latin = latinName(name)
  return {
    spoken: politeName(name, gender),
    base: {
      name,
      gender,
      phone: mobile(chance),
      email: `${latin}${serial}@example.com`,
      wechat: chance.chance(0.4) ? `${latin}_${chance.between(10, 99)}` : null,
      birthday: chance.chance(0.35) ? birthday(chance, { until, soon: chance.chance(0.04) }) : null,
    },
  }
}

/** The people one knows at a company, the first contact first. */
export function planContacts(chance: Random, customer: number, until: number): PlannedPerson[] {
  const count = Number(chance.weighted({ '1': 5, '2': 3, '3': 2 }))
  return Array.from({ length: count }, (_, index) => {
    const { spoken, base } = person(chance, customer * 3 + index, until)
    const [title, department] = chance.pick(posts)
    const decisionMaker = /经理|主任/.test(title)
    const preferredMethod = chance.chance(0.4) ? chance.pick(preferred) : null
    return { spoken, input: { ...base, title, department, primary: index === 0, decisionMaker, preferredMethod } }
  })
}

/** A customer who is a person. */
export function planPrivatePerson(chance: Random, customer: number, until: number): PlannedPerson {
  const { spoken, base } = person(chance, customer * 3, until)
  return { spoken, input: { ...base, type: 'person' } }
}
