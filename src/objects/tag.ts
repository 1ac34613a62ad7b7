import { choice, text } from '#field-types'
import { defineObject } from '#kernel'
import { referencePolicy } from './rights.ts'

/** A tag that lists offer; what stands in a record is its name. */
export const tag = defineObject({
  name: 'tag',
  label: { zh: '标签', en: 'Tag' },
  icon: 'tag',
  title: 'name',
  custody: { type: 'shared' },
  fields: {
    name: text({ label: { zh: '标签', en: 'Tag' }, max: 40, required: true, search: 'A' }),
    colour: choice({
      label: { zh: '颜色', en: 'Colour' },
      default: 'grey',
      choices: {
        grey: { zh: '灰', en: 'Grey', colour: 'grey' },
        blue: { zh: '蓝', en: 'Blue', colour: 'blue' },
        violet: { zh: '紫', en: 'Violet', colour: 'violet' },
        amber: { zh: '橙', en: 'Amber', colour: 'amber' },
        green: { zh: '绿', en: 'Green', colour: 'green' },
        red: { zh: '红', en: 'Red', colour: 'red' },
      },
    }),
  },
  views: {
    list: ['name', 'colour'],
    form: { basics: { label: { zh: '标签', en: 'Tag' }, fields: ['name', 'colour'] } },
  },
})

export const tagPolicy = referencePolicy(tag)
