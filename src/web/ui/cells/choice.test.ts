import { expect, it } from 'vitest'
import type { FieldWire } from '#shared/wire'
import { widthOfChoices } from './choice.ts'

function choice(...labels: readonly [zh: string, en: string][]): FieldWire {
  const facts = { name: 'state', kind: 'choice', label: { zh: '状态', en: 'State' }, level: 1, sealed: false } as const
  const rights = { custom: false, required: false, readOnly: false, sortable: true, groupable: false }
  const choices = labels.map(([zh, en]) => ({ value: en, label: { zh, en } }))
  return { ...facts, ...rights, options: { choices }, operators: [], aliases: [] }
}

it('gives a column as much room as its longest value needs in the reader’s language, within bounds', () => {
  const states = choice(['待分配', 'To be given out'], ['不一致，待裁定', 'They differ, to be decided'])
  expect(widthOfChoices(states, 'zh')).toBeLessThan(widthOfChoices(states, 'en'))
  expect(widthOfChoices(states, 'en')).toBeGreaterThan('They differ, to be decided'.length * 6.5)
  expect(widthOfChoices(choice(['是', 'Yes']), 'en')).toBe(120)
  expect(widthOfChoices(choice(['长'.repeat(60), 'long '.repeat(60)]), 'zh')).toBe(300)
})
