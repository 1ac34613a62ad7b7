import { describe, expect, it } from 'vitest'
import type { FieldWire, ObjectWire } from '#shared/wire'
import { blankField } from './blank-field.ts'
import { addPart, draftOf, movePart, ruleOf, shownBy, stepPart } from './number-draft.ts'

const field = (name: string, more: Partial<FieldWire>): FieldWire => ({ ...blankField, name, ...more })
const number = field('number', { options: { rule: [{ text: 'KH-' }, { date: 'YYYY' }, { sequence: 6 }] } })
const fields = [
  number,
  field('type', { kind: 'choice' }),
  field('secret', { kind: 'choice', level: 2 }),
  field('place', { kind: 'region' }),
]
const object = { name: 'customer', fields } as unknown as ObjectWire
const draft = draftOf(number)

describe('the parts of a number', () => {
  it('change places by dragging and by steps, not beyond the ends', () => {
    expect(ruleOf(movePart(draft, 'part-3', 'part-1'))).toEqual([{ sequence: 6 }, { text: 'KH-' }, { date: 'YYYY' }])
    expect(ruleOf(stepPart(draft, 'part-1', 1))).toEqual([{ date: 'YYYY' }, { text: 'KH-' }, { sequence: 6 }])
    expect(stepPart(draft, 'part-1', -1)).toBe(draft)
    expect(stepPart(draft, 'part-3', 1)).toBe(draft)
  })

  it('are added before the running number, under keys of their own', () => {
    const wider = addPart(addPart(draft, 'region', object), 'field', object)
    expect(wider.map(({ part }) => part)).toEqual([
      { text: 'KH-' },
      { date: 'YYYY' },
      { region: 'place', digits: 2 },
      { field: 'type' },
      { sequence: 6 },
    ])
    expect(new Set(wider.map(({ key }) => key)).size).toBe(5)
    expect(addPart(draft, 'region', { ...object, fields: [number] })).toBe(draft)
  })

  it('show only what everybody may see', () => {
    expect(shownBy(object, 'field').map(({ name }) => name)).toEqual(['type'])
  })
})
