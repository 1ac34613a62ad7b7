import type { PlannedCustomer } from './plan-customer.ts'
import { type Random, random } from './random.ts'
import { dateOf, day, workTime } from './work-time.ts'

/** A record that stands on a customer's file; `object` says which kind. */
export type PlannedDetail = {
  object: 'need' | 'preference' | 'address' | 'comment'
  customer: number
  at: number
  input: Record<string, unknown>
}

const detailSeed = 4

const needs = [
  ['更换三楼打印区设备', '现有设备卡纸频繁，希望一次换齐。'],
  ['新办公室会议室整体方案', '大会议室一间、小会议室三间，要含安装布线。'],
  ['耗材按季度自动补货', '由我方盘点库存，低于安全量自动下单。'],
  ['办公椅批量更换', '要求可试坐两周，颜色统一为深灰。'],
  ['打印成本降低 15%', '希望提供分部门用量报表。'],
  ['考勤机接入钉钉', '需提供接口文档并派人协助。'],
  ['驻场维保工程师', '每周两天，合同期一年。'],
] as const

const preferences = [
  ['contact', '上午十点前不要打电话，微信联系最快。'],
  ['contact', '重要事项请发邮件并抄送行政部。'],
  ['delivery', '送货走东门，提前一小时通知门卫。'],
  ['delivery', '周五下午不收货。'],
  ['payment', '只接受电汇，月结 30 天。'],
  ['payment', '先开票后付款，发票需注明合同号。'],
  ['price', '看重总价，对小件折扣不敏感。'],
  ['product', '指定原装耗材，不接受兼容品。'],
  ['taboo', '不要在对方面前提起前任业务员。'],
  ['taboo', '对方不喝酒，请客时不要劝酒。'],
] as const

const comments = [
  '这家的货款要盯紧一点，上次拖了两个月。',
  '我和他们老板是校友，需要的话可以一起去拜访。',
  '投诉已经处理完，客户表示满意，可以继续跟进。',
  '报价前请先和我对一下折扣权限。',
]

const priorities = { high: 2, normal: 5, low: 2 } as const
const states = { open: 6, met: 3, dropped: 1 } as const

/** What else a file tells: wants, ways to be served, other addresses, words among colleagues; oldest first. */
export function planDetails(customers: readonly PlannedCustomer[], until: number): PlannedDetail[] {
  return customers
    .flatMap((customer, index) => detailsOf(random(detailSeed, index), customer, { index, until }))
    .sort((a, b) => a.at - b.at)
}

function detailsOf(
  chance: Random,
  { at, input }: PlannedCustomer,
  { index, until }: { index: number; until: number },
): PlannedDetail[] {
  const details: PlannedDetail[] = []
  const add = (object: PlannedDetail['object'], share: number, make: () => Record<string, unknown>): void => {
    if (!chance.chance(share)) return
    details.push({ object, customer: index, at: workTime(chance, at, until), input: make() })
  }
  const valued = input.tier === 'vip' ? 2 : 1
  add('need', 0.18 * valued, () => needOf(chance, until))
  add('preference', 0.2 * valued, () => {
    const [topic, content] = chance.pick(preferences)
    return { topic, content }
  })
  add('address', input.type === 'company' ? 0.18 : 0, () => ({
    purpose: chance.pick(['delivery', 'invoice', 'office']),
    region: input.region,
    street: `${String(input.street ?? '工业大道').replace(/\d+号.*$/, '')}${chance.between(1, 900)}号`,
  }))
  add('comment', 0.05, () => ({ content: chance.pick(comments) }))
  return details
}

function needOf(chance: Random, until: number): Record<string, unknown> {
  const [title, details] = chance.pick(needs)
  const wantedBy = chance.chance(0.6) ? dateOf(until + chance.between(-90, 120) * day) : null
  return { title, details, wantedBy, priority: chance.weighted(priorities), state: chance.weighted(states) }
}
