import { expect, it } from 'vitest'
import { kinds, reference, text } from '#field-types'
import { defineModule, defineObject } from '#kernel'
import { modules } from '../../server/modules.ts'
import { neededModules } from './needed-modules.ts'

const label = { zh: '名', en: 'Name' }

function moduleOf(name: string, target?: string, required = true) {
  const object = defineObject({
    name: `${name}_thing`,
    label,
    icon: 'box',
    title: 'name',
    custody: { type: 'shared' },
    fields: { name: text({ label }), ...(target ? { of: reference(target, { label, required }) } : {}) },
    views: { list: ['name'], form: {} },
  })
  return defineModule({ name, label, optional: { gone: label }, objects: [object] })
}

it('finds the module of the records that a record has to name, and no other', () => {
  const made = [moduleOf('a'), moduleOf('b', 'a_thing'), moduleOf('c', 'a_thing', false), moduleOf('d', 'd_thing')]
  expect(Object.fromEntries(neededModules(made, kinds))).toEqual({ a: [], b: ['a'], c: [], d: [] })
})

it('stands the house on no module that could be switched off', () => {
  const optional = modules.filter((module) => module.optional).map(({ name }) => name)
  const needed = neededModules(modules, kinds)
  for (const { name } of modules.filter((module) => !module.optional))
    expect(
      needed.get(name)?.filter((other) => optional.includes(other)),
      name,
    ).toEqual([])
})
