import { json, text } from '#field-types'
import { defineObject } from '#kernel'
import { definitionPolicy } from '#objects'

/** How the fields of an object stand in its form and on its file: sections in order, and the fields of each. The latest one holds. */
export const layout = defineObject({
  name: 'layout',
  label: { zh: '布局', en: 'Layout' },
  icon: 'layers',
  title: 'object',
  configures: true,
  custody: { type: 'shared' },
  fields: {
    object: text({ label: { zh: '对象', en: 'Object' }, max: 60, required: true }),
    sections: json({ label: { zh: '分组', en: 'Sections' }, required: true }),
  },
  views: {
    list: ['object'],
    form: { basics: { label: { zh: '布局', en: 'Layout' }, fields: ['object', 'sections'] } },
  },
})

export const layoutPolicy = definitionPolicy(layout)
