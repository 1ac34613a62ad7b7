import type { PlannedCustomer } from './plan-customer.ts'
import { random } from './random.ts'
import { workTime } from './work-time.ts'

/** What was handed to somebody outside of the company; which purpose is meant is told by its code. */
export type PlannedDisclosure = { customer: number; at: number; purpose: string; input: Record<string, unknown> }

const disclosureSeed = 12

const handed = [
  {
    purpose: 'contract',
    recipient: '迅达物流有限公司',
    recipientContact: '客服 400-820-0001',
    categories: ['name', 'contact', 'address'],
    means: 'system',
    details: '委托送货上门，签收后六个月由对方删除。',
  },
  {
    purpose: 'service',
    recipient: '联修办公设备维保中心',
    recipientContact: '客服 400-820-0002',
    categories: ['name', 'contact', 'address', 'purchases'],
    means: 'email',
    details: '保修期内上门维修，仅提供设备型号和现场联系人。',
  },
  {
    purpose: 'legal',
    recipient: '税务主管部门',
    recipientContact: '12366',
    categories: ['name', 'purchases'],
    means: 'system',
    details: '发票协查，依通知书所列范围提供。',
  },
  {
    purpose: 'survey',
    recipient: '明见市场调研有限公司',
    recipientContact: 'https://survey.example.cn/privacy',
    categories: ['name', 'contact', 'purchases'],
    means: 'medium',
    separateConsent: 'obtained',
    details: '委托开展年度满意度回访。',
  },
] as const

/** A file in eight tells of one; oldest first. */
export function planDisclosures(customers: readonly PlannedCustomer[], until: number): PlannedDisclosure[] {
  return customers
    .flatMap(({ at: since }, customer) => {
      const chance = random(disclosureSeed, customer)
      if (!chance.chance(1 / 8)) return []
      const { purpose, ...input } = chance.pick(handed)
      const at = workTime(chance, since, until)
      return [{ customer, at, purpose, input: { ...input, at: new Date(at).toISOString() } }]
    })
    .sort((a, b) => a.at - b.at)
}
