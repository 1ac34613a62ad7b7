import { longText, number, text } from '#field-types'
import { defineObject } from '#kernel'
import { definitionPolicy } from '#objects'

const mostDays = 3_650
const mostHours = 720

/** What customers of a tier may expect: how often somebody is in touch, how soon they get an answer, what is offered. */
export const serviceStandard = defineObject({
  name: 'service_standard',
  label: { zh: '服务标准', en: 'Service standard' },
  icon: 'handshake',
  title: 'tier',
  custody: { type: 'shared' },
  fields: {
    tier: text({ label: { zh: '客户级别', en: 'Tier' }, max: 60, required: true, unique: true }),
    contactDays: number({
      label: { zh: '联系间隔（天）', en: 'In touch every (days)' },
      help: { zh: '超过此天数没有跟进记录即为超期', en: 'Overdue after so many days without a follow-up' },
      integer: true,
      min: 1,
      max: mostDays,
    }),
    responseHours: number({
      label: { zh: '响应时间（小时）', en: 'Answer within (hours)' },
      integer: true,
      min: 1,
      max: mostHours,
    }),
    offers: longText({ label: { zh: '服务与优惠', en: 'What is offered' }, max: 2_000 }),
  },
  views: {
    list: ['tier', 'contactDays', 'responseHours', 'offers'],
    form: {
      basics: {
        label: { zh: '服务标准', en: 'Service standard' },
        fields: ['tier', 'contactDays', 'responseHours', 'offers'],
      },
    },
  },
})

export const serviceStandardPolicy = definitionPolicy(serviceStandard)
