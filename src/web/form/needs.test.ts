import { describe, expect, test } from 'vitest'
import type { FieldWire, ObjectWire, RequirementWire } from '#shared/wire'
import { needsOf } from './needs.ts'

function field(name: string, more: Partial<FieldWire> = {}): FieldWire {
  const facts = { name, kind: 'text', label: { zh: name, en: name }, level: 1, sealed: false, custom: false } as const
  const rights = { required: false, readOnly: false, sortable: true, groupable: false }
  return { ...facts, ...rights, options: {}, operators: [], aliases: [], ...more }
}

function object(fields: readonly FieldWire[], requirements: readonly RequirementWire[] = []): ObjectWire {
  const names = {
    name: 'customer',
    path: 'customers',
    label: { zh: '客户', en: 'Customer' },
    icon: 'box',
    title: 'name',
  }
  const facts = { custom: false, parent: null, navigation: true, settings: false, searchable: true, timeline: null }
  return { ...names, ...facts, fields, list: [], head: [], bar: null, sections: [], requirements, can: [] }
}

describe('what a form asks for', () => {
  test('a required field is needed unless the system fills it in', () => {
    const needs = needsOf(
      object([
        field('name', { required: true }),
        field('number', { required: true, readOnly: true }),
        field('at', { required: true, default: 'now' }),
        field('remarks'),
      ]),
      {},
    )
    expect(needs).toEqual({ name: 'required', number: 'optional', at: 'optional', remarks: 'optional' })
  })

  test('a rule holds in its case alone', () => {
    const rules = [{ field: 'creditCode', need: 'required', when: { type: 'company', tier: { in: ['vip'] } } } as const]
    const customer = object([field('creditCode')], rules)
    expect(needsOf(customer, { type: 'company', tier: 'vip' }).creditCode).toBe('required')
    expect(needsOf(customer, { type: 'company', tier: 'ordinary' }).creditCode).toBe('optional')
    expect(needsOf(customer, {}).creditCode).toBe('optional')
  })

  test('cases may be joined and turned round', () => {
    const when = { or: [{ type: 'person' }, { not: { size: { gte: 10 } } }] }
    const customer = object([field('birthday')], [{ field: 'birthday', need: 'recommended', when }])
    expect(needsOf(customer, { type: 'person', size: 20 }).birthday).toBe('recommended')
    expect(needsOf(customer, { type: 'company', size: 5 }).birthday).toBe('recommended')
    expect(needsOf(customer, { type: 'company', size: 20 }).birthday).toBe('optional')
  })

  test('recommended never softens required', () => {
    const rules = [
      { field: 'phone', need: 'required', when: {} },
      { field: 'phone', need: 'recommended', when: {} },
    ] as const
    expect(needsOf(object([field('phone')], rules), {}).phone).toBe('required')
  })

  test('a value that is masked is there', () => {
    const asked = object(
      [field('phone'), field('email')],
      [{ field: 'email', need: 'required', when: { phone: { empty: true } } }],
    )
    expect(needsOf(asked, { phone: null })).toMatchObject({ email: 'required' })
    expect(needsOf(asked, { phone: null }, { phone: '138****8000' })).toMatchObject({ email: 'optional' })
  })
})
