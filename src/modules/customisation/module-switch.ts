import { boolean, text } from '#field-types'
import { defineObject, definePolicy } from '#kernel'

/** Whether a module that the company may do without is on; without a switch it is. */
export const moduleSwitch = defineObject({
  name: 'module_switch',
  label: { zh: '模块开关', en: 'Module switch' },
  icon: 'toggle-right',
  title: 'labelEn',
  titleIn: { zh: 'labelZh', en: 'labelEn' },
  configures: true,
  custody: { type: 'shared' },
  fields: {
    module: text({
      label: { zh: '模块', en: 'Module' },
      help: { zh: '模块的接口名称，建立后不变', en: 'Its API name; never changes' },
      max: 40,
      required: true,
    }),
    active: boolean({ label: { zh: '启用', en: 'On' }, default: true, required: true }),
    labelZh: text({ label: { zh: '中文名称', en: 'Chinese label' }, max: 60, readOnly: true }),
    labelEn: text({ label: { zh: '英文名称', en: 'English label' }, max: 60, readOnly: true }),
  },
  views: {
    list: ['labelZh', 'labelEn', 'module', 'active'],
    form: { basics: { label: { zh: '模块', en: 'Module' }, fields: ['module', 'active'] } },
  },
})

const never = (): boolean => false

/** Kept like other definitions, and never removed: what it says is always somebody's decision. */
export const moduleSwitchPolicy = definePolicy(moduleSwitch, 'house', { delete: never, export: never, import: never })
