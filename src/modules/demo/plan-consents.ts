import type { Label } from '#shared/label'
import type { PlannedCustomer } from './plan-customer.ts'
import { type Random, random } from './random.ts'
import { day, workTime } from './work-time.ts'

/** What a customer agreed to; which purpose is meant is told by its code. */
export type PlannedConsent = { customer: number; at: number; purpose: string; input: Record<string, unknown> }

const consentSeed = 11
/** The notice of marketing was written anew this long ago. */
const revisedFor = 200 * day

const subjects = {
  marketing: ['接收新品和优惠短信', '接收季度产品目录', '接收展会和沙龙邀请', '接收节日问候与促销信息'],
  survey: ['年度满意度回访', '维保服务满意度问卷'],
} as const
const methods = { written: 4, onSite: 3, web: 2, message: 3, phone: 1 } as const
/** What customers agreed to be reached by; most say nothing of it. */
const channels = [['sms', 'email'], ['phone'], ['wechat', 'sms', 'post'], ['email', 'post']] as const
const partialWithdrawals = ['电话告知改用其他方式联系', '短信回复退订'] as const
const withdrawals = ['电话告知不再接收', '短信回复退订', '换了负责人，邮件要求停止']

/** How the notice of marketing reads since: it now says how often, and how long data is kept. */
export const revisedNotice: Label = {
  zh: '经您同意，我们使用您的姓名和联系方式，每月至多两次向您发送新品、优惠和活动信息，联系方式保存至您撤回同意后三十日。您可随时通过电话、短信或邮件撤回，撤回不影响您已购买的产品和服务。',
  en: 'With your consent we use your name and contact details to tell you of new products, offers and events, twice a month at most, and keep them until thirty days after you withdraw it. You may withdraw at any time by phone, message or mail; what you have bought is not affected.',
}

type Consents = { consents: PlannedConsent[]; laterConsents: PlannedConsent[] }

/** Consents to the first notice, and those given since it was written anew; oldest first. */
export function planConsents(customers: readonly PlannedCustomer[], until: number): Consents {
  const all = customers
    .flatMap((customer, index) => consentsOf(random(consentSeed, index), customer, { index, until }))
    .sort((a, b) => a.at - b.at)
  const isLate = ({ at }: PlannedConsent): boolean => at >= until - revisedFor
  return { consents: all.filter((consent) => !isLate(consent)), laterConsents: all.filter(isLate) }
}

function consentsOf(
  chance: Random,
  { at: since, input: { tier } }: PlannedCustomer,
  { index, until }: { index: number; until: number },
): PlannedConsent[] {
  const share = tier === 'vip' ? 0.7 : tier === 'ordinary' ? 0.4 : 0.2
  const planned: PlannedConsent[] = []
  for (const [purpose, times] of [
    ['marketing', 1],
    ['survey', 0.4],
  ] as const) {
    if (!chance.chance(share * times)) continue
    const at = workTime(chance, since, until)
    planned.push({ customer: index, at, purpose, input: inputOf(chance, { purpose, at, until }) })
  }
  return planned
}

function inputOf(
  chance: Random,
  { purpose, at, until }: { purpose: keyof typeof subjects; at: number; until: number },
): Record<string, unknown> {
  const given = {
    subject: chance.pick(subjects[purpose]),
    method: chance.weighted(methods),
    givenAt: iso(at),
    until: chance.chance(0.3) ? iso(at + 730 * day) : null,
    channels: chance.chance(0.5) ? chance.pick(channels) : null,
  }
  if (until - at < 30 * day) return given
  const [first, ...others] = given.channels ?? []
  if (others.length && chance.chance(0.3))
    return { ...given, withdrawnChannels: [first], withdrawnHow: chance.pick(partialWithdrawals) }
  if (!chance.chance(0.1)) return given
  return { ...given, withdrawnAt: iso(workTime(chance, at + 10 * day, until)), withdrawnHow: chance.pick(withdrawals) }
}

const iso = (at: number): string => new Date(at).toISOString()
