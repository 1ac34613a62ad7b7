import { expect, test } from 'vitest'
import type { ObjectWire, RecordWire } from '#shared/wire'
import { wayOf } from './way-of.ts'

const facts = { level: 1, sealed: false, required: false, readOnly: false, custom: false, sortable: true } as const
const label = { zh: '标签', en: 'Label' }

function objectWith(codes: readonly string[]): ObjectWire {
  const options = { choices: codes.map((value) => ({ value, label: { zh: value, en: value } })) }
  const choice = { ...facts, name: 'kind', kind: 'choice', label, groupable: true, options, operators: [], aliases: [] }
  const names = { name: 'child', path: 'children', label, icon: 'box', title: 'kind', custom: false, parent: null }
  return {
    ...names,
    navigation: false,
    settings: false,
    searchable: false,
    timeline: 'at',
    fields: [choice],
    list: [],
    head: [],
    bar: null,
    sections: [],
    requirements: [],
    can: [],
  }
}

const record: RecordWire = {
  id: '1',
  version: 1,
  createdAt: '',
  createdBy: null,
  updatedAt: '',
  updatedBy: null,
  deletedAt: null,
  can: [],
  kind: 'other',
}

test('a follow-up is named by its way, also when that is "other"', () => {
  expect(wayOf(objectWith(['phone', 'email', 'other']), record)?.choice.value).toBe('other')
})

test('the "other" of a list of papers is no way', () => {
  expect(wayOf(objectWith(['licence', 'contract', 'other']), record)).toBeUndefined()
})

test('a record without a choice has no way', () => {
  expect(wayOf(objectWith(['phone', 'other']), { ...record, kind: null })).toBeUndefined()
})
