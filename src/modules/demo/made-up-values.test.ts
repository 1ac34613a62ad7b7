import { describe, expect, it } from 'vitest'
import { chinaRegions, kinds } from '#field-types'
import type { Field } from '#kernel'
import { customer } from '#objects'
import { birthday } from './birthdays.ts'
import { largeCustomerId, largeRecord } from './large-record.ts'
import { creditCode, landline, mobile } from './numbers.ts'
import { placesOf } from './places.ts'
import { idFrom, random } from './random.ts'

const regions = chinaRegions()
const places = Object.values(placesOf(regions)).flat()
const env = { locale: 'zh', now: new Date(), timeZone: 'Asia/Shanghai', currency: 'CNY', regions } as const

const parse = (field: Field, value: string) => kinds[field.kind]?.parse(value, field, env)

describe('values that the demo makes up', () => {
  it('stand in districts that exist, in the city they name', () => {
    for (const { region, city } of places) expect(regions.nameOf(region)).toContain(city)
  })

  it('are phone numbers, credit codes and birthdays that every check accepts', () => {
    const chance = random(1)
    const { phone, creditCode: code, birthday: born } = customer.fields
    for (const place of places.flatMap((each) => Array.from({ length: 30 }, () => each))) {
      expect(parse(phone, landline(chance, place))?.problem).toBeUndefined()
      expect(parse(phone, mobile(chance))?.problem).toBeUndefined()
      expect(parse(code, creditCode(chance, place))?.problem).toBeUndefined()
      expect(parse(born, birthday(chance, { until: Date.now(), soon: chance.chance(0.5) }))?.problem).toBeUndefined()
    }
  })

  it('are the same for the same seed and differ for the next', () => {
    const settings = { regions, owners: ['a', 'b'] }
    expect(largeRecord(7, settings)).toEqual(largeRecord(7, settings))
    expect(largeRecord(7, settings).customer.name).not.toBe(largeRecord(8, settings).customer.name)
  })

  it('hold hardly a customer twice in a large list', () => {
    const settings = { regions, owners: ['a', 'b'] }
    const many = 20_000
    const codes = Array.from({ length: many }, (_, index) => largeRecord(index, settings).customer.creditCode)
    expect(new Set(codes).size).toBeGreaterThan(many * 0.999)
  })

  it('have ids that sort by time and do not meet', () => {
    const ids = Array.from({ length: 20_000 }, (_, index) => largeCustomerId(index))
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.toSorted()).toEqual(ids)
    expect(idFrom(Date.UTC(2026, 0, 1), 1, 2)).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    )
  })

  it('have different ids also when they are of one moment, as the contacts of one customer are', () => {
    const many = 100_000
    const ids = new Set(Array.from({ length: many }, (_, index) => idFrom(Date.UTC(2026, 0, 1), 7, 5, index)))
    expect(ids.size).toBe(many)
  })

  it('are picked as often as their weights say', () => {
    const chance = random(9)
    const heavy = Array.from({ length: 10_000 }, () => chance.weighted({ a: 9, b: 1 })).filter((key) => key === 'a')
    expect(heavy.length).toBeGreaterThan(8_800)
    expect(heavy.length).toBeLessThan(9_200)
  })
})
