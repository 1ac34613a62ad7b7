import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { objectWire } from '#kernel'
import { type House, openHouse } from '#test/house'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const head = () => house.as('zhang')
const shown = (object: string) => objectWire(head(), head().type(object))
const sectionsOf = (object: string) => shown(object).sections.map(({ name, fields }) => [name, fields])
const title = { zh: '要点', en: 'Essentials' }

describe('a layout', () => {
  it('puts sections and fields in an order, and its removal puts them back', async () => {
    const before = sectionsOf('tag')
    const layouts = head().recordsNamed('layout')
    const [[, fields = []] = []] = before as [string, string[]][]
    const sections = [{ name: 'essentials', label: title, fields: fields.toReversed() }]
    const made = await layouts.create({ object: 'tag', sections })
    expect(shown('tag').sections).toEqual(sections)
    await layouts.remove(made.id)
    expect(sectionsOf('tag')).toEqual(before)
  })

  it('keeps every field in sight that it does not name, and waits for those that are gone', async () => {
    const fields = head().recordsNamed('custom_field')
    const own = (name: string) => ({ object: 'product', name, kind: 'text', labelZh: name, labelEn: name })
    const grade = await fields.create(own('grade'))
    const standard = shown('product').sections.flatMap((section) => section.fields)
    const sections = [
      { name: 'custom', label: title, fields: ['grade', 'name'] },
      { name: 'empty', label: title, fields: [] },
    ]
    await head().recordsNamed('layout').create({ object: 'product', sections })
    expect(sectionsOf('product')[0]).toEqual(['custom', ['grade', 'name']])
    expect(
      shown('product')
        .sections.flatMap((section) => section.fields)
        .toSorted(),
    ).toEqual(standard.toSorted())
    await fields.create(own('origin'))
    expect(sectionsOf('product')[0]).toEqual(['custom', ['grade', 'name', 'origin']])
    await fields.remove(grade.id)
    expect(sectionsOf('product')[0]).toEqual(['custom', ['name', 'origin']])
    await fields.restore(grade.id)
    expect(sectionsOf('product')[0]).toEqual(['custom', ['grade', 'name', 'origin']])
  })

  it('may still name a field that can be restored, and no other that is not there', async () => {
    const fields = head().recordsNamed('custom_field')
    const own = { object: 'need', name: 'budgetNote', kind: 'text', labelZh: '预算说明', labelEn: 'Budget note' }
    await fields.remove((await fields.create(own)).id)
    const layouts = head().recordsNamed('layout')
    const with_ = (field: string) => ({ object: 'need', sections: [{ name: 'basics', label: title, fields: [field] }] })
    await expect(layouts.create(with_('neverMade'))).rejects.toMatchObject({ code: 'request.unknown_field' })
    await expect(layouts.create(with_('budgetNote'))).resolves.toMatchObject({ object: 'need' })
  })

  const whole = { name: 'basics', label: title, fields: ['name'] }
  it.each([
    ['is no list', { basics: whole }],
    ['is empty', []],
    ['lacks a heading', [{ ...whole, label: { zh: '要点', en: ' ' } }]],
    ['bears a name that is none', [{ ...whole, name: '__proto__' }]],
    ['names a section twice', [whole, { ...whole, fields: [] }]],
    ['names a field twice', [whole, { ...whole, name: 'more' }]],
  ])('is refused where it %s', async (_, sections) => {
    const made = head().recordsNamed('layout').create({ object: 'tag', sections })
    await expect(made).rejects.toMatchObject({ code: 'definition.sections_form' })
  })

  it('belongs to its object for good, reaches nothing of the trail, and is the head’s to make', async () => {
    const layouts = head().recordsNamed('layout')
    const made = await layouts.create({ object: 'comment', sections: [{ ...whole, fields: [] }] })
    const moved = layouts.update(made.id, { object: 'tag' }, { version: 1 })
    await expect(moved).rejects.toMatchObject({ code: 'definition.fixed' })
    const trail = layouts.create({ object: 'log_report', sections: [whole] })
    await expect(trail).rejects.toMatchObject({ code: 'definition.of_the_trail' })
    const clerk = house.as('wang').recordsNamed('layout')
    await expect(clerk.create({ object: 'tag', sections: [whole] })).rejects.toMatchObject({ status: 403 })
  })
})

describe('a value list', () => {
  const valuesOf = (field: string): readonly string[] => {
    const { choices } = shown('customer').fields.find(({ name }) => name === field)?.options ?? {}
    return (choices as { value: string }[]).map(({ value }) => value)
  }

  it('stands in an order of the company’s own; what that does not name follows', async () => {
    const rules = head().recordsNamed('field_rule')
    const order = { object: 'customer', field: 'size', rule: 'order' }
    const made = await rules.create({ ...order, parts: ['large', 'gone', 'small'] })
    expect(valuesOf('size')).toEqual(['large', 'small', 'micro', 'medium'])
    await rules.remove(made.id)
    expect(valuesOf('size')).toEqual(['micro', 'small', 'medium', 'large'])
    await expect(rules.create({ ...order, parts: [1] })).rejects.toMatchObject({ code: 'definition.order_missing' })
    const none = { ...order, field: 'name', parts: ['a'] }
    await expect(rules.create(none)).rejects.toMatchObject({ code: 'definition.not_a_list' })
  })

  it('has no say in what a file needs', async () => {
    const rule = { object: 'customer', field: 'industry', rule: 'order', parts: ['C'] }
    await head().recordsNamed('field_rule').create(rule)
    expect(shown('customer').requirements.map(({ field }) => field)).toContain('industry')
  })
})

describe('a hidden field', () => {
  it('is shown to nobody and asked of nobody, and keeps its values', async () => {
    const own = { object: 'customer', name: 'shade', kind: 'text', labelZh: '色号', labelEn: 'Shade' }
    const { id } = await head().recordsNamed('custom_field').create(own)
    const need = { object: 'customer', field: 'shade', rule: 'required' }
    await head().recordsNamed('field_rule').create(need)
    const customers = () => head().recordsNamed('customer')
    const { id: customer } = await customers().create({ name: '有色号的客户', shade: '朱红' })
    await head().recordsNamed('custom_field').update(id, { hidden: true }, { version: 1 })
    expect(shown('customer').fields.map(({ name }) => name)).not.toContain('shade')
    await expect(customers().create({ name: '没有色号的客户' })).resolves.toMatchObject({ shade: null })
    expect(await customers().get(customer)).toMatchObject({ shade: '朱红' })
  })
})
