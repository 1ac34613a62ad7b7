import { expect, expectTypeOf, test } from 'vitest'
import type { Money } from '#shared/money'
import type { FilterOf, Patch, WireValue } from '../kernel/object/field.ts'
import * as door from './index.ts'
import { choice, choices, computed, date, money, number, phone, reference, secretNote, tags, text } from './index.ts'

const label = { zh: '级别', en: 'Tier' }
const fields = {
  name: text({ label, required: true, search: 'A' }),
  tier: choice({
    label,
    choices: { vip: { zh: '重要客户', en: 'VIP', colour: 'amber' }, ordinary: { zh: '普通客户', en: 'Ordinary' } },
  }),
  industries: choices({ label, choices: { trade: { zh: '批发', en: 'Trade' } } }),
  amount: money({ label }),
  parent: reference('customer', { label }),
  labels: tags({ label }),
}

test('a builder takes level and sealing from its kind unless the field says otherwise', () => {
  expect(phone({ label })).toMatchObject({ kind: 'phone', level: 2, sealed: true })
  expect(phone({ label, level: 3 })).toMatchObject({ level: 3, sealed: true })
  expect(text({ label })).toMatchObject({ level: 1, sealed: false, options: {} })
  expect(secretNote({ label })).toMatchObject({ kind: 'long_text', level: 3, sealed: true })
  expect(fields.parent).toMatchObject({ kind: 'reference', options: { object: 'customer' } })
})

test('a builder keeps its own settings as options, choices in the order of their declaration', () => {
  expect(number({ label, integer: true, min: 1 }).options).toEqual({ integer: true, min: 1 })
  expect(fields.tier.options).toEqual({
    choices: [
      { value: 'vip', label: { zh: '重要客户', en: 'VIP' }, colour: 'amber' },
      { value: 'ordinary', label: { zh: '普通客户', en: 'Ordinary' } },
    ],
  })
})

test('there is a builder for every kind', () => {
  const builders = Object.keys(door).map((name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`))
  expect(builders).toEqual(expect.arrayContaining(Object.keys(door.kinds)))
})

test('the wire value of a field is known to the compiler', () => {
  expectTypeOf<WireValue<typeof fields.tier>>().toEqualTypeOf<'vip' | 'ordinary'>()
  expectTypeOf<WireValue<typeof fields.amount>>().toEqualTypeOf<Money>()
  expectTypeOf<WireValue<typeof fields.industries>>().toEqualTypeOf<readonly 'trade'[]>()
})

test('a wrong option, default, filter or patch does not compile', () => {
  // @ts-expect-error: no such option
  text({ label, maximum: 3 })
  // @ts-expect-error: a label needs both languages
  date({ label: { zh: '日期' } })
  // @ts-expect-error: no such choice
  choice({ label, choices: { a: label }, default: 'b' })
  // @ts-expect-error: a whole number has no decimals
  number({ label, integer: true, decimals: 2 })
  // @ts-expect-error: the value must be what `as` says
  computed({ label, as: number({ label }), from: [], value: () => 'three' })
  // @ts-expect-error: no such field
  const filter: FilterOf<typeof fields> = { tiers: 'vip' }
  // @ts-expect-error: no such choice
  const choiceFilter: FilterOf<typeof fields> = { tier: 'vipp' }
  // @ts-expect-error: no such choice in a list
  const listFilter: FilterOf<typeof fields> = { tier: { in: ['vip', 'other'] } }
  // @ts-expect-error: money is no number
  const patch: Patch<typeof fields> = { amount: 12 }
  expect([filter, choiceFilter, listFilter, patch]).toHaveLength(4)
})
