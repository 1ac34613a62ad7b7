import { describe, expect, it } from 'vitest'
import { accessOf, countOf, fieldRulesOf, listOfRules, mayBe, withRule } from './field-rules.ts'

const label = { zh: '电话', en: 'Phone' }
const phone = { name: 'phone', label, level: 2, findable: false }
const name = { name: 'name', label, level: 1, findable: true }

describe('what a role says of fields', () => {
  it('holds below its plain level; above it only hiding counts', () => {
    const read = withRule({}, 'customer', phone, 'read')
    expect(accessOf(read, 'customer', phone, 2)).toBe('read')
    expect(accessOf(read, 'customer', phone, 1)).toBe('masked')
    expect(accessOf(withRule(read, 'customer', phone, 'hidden'), 'customer', phone, 1)).toBe('hidden')
    expect(accessOf({}, 'customer', name, 1)).toBe('edit')
  })

  it('cannot hide what search finds, nor unveil a level', () => {
    expect(mayBe(name, 'hidden', 3)).toBe(false)
    expect(mayBe(name, 'read', 3)).toBe(true)
    expect(mayBe(phone, 'read', 1)).toBe(false)
    expect(mayBe(phone, 'hidden', 1)).toBe(true)
  })

  it('is nothing where the field stays as it is', () => {
    const rules = withRule(
      fieldRulesOf([{ object: 'customer', field: 'phone', access: 'hidden' }]),
      'task',
      name,
      'read',
    )
    expect(listOfRules(rules)).toHaveLength(2)
    expect(countOf(rules, 'customer')).toBe(1)
    expect(listOfRules(withRule(withRule(rules, 'customer', phone, 'edit'), 'task', name, 'edit'))).toEqual([])
  })
})
