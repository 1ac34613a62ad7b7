import type { Chart } from './chart.ts'
import type { Filter } from './filter.ts'
import type { Label, Locale } from './label.ts'

type StarterChart = Omit<Chart, 'id' | 'title'> & { title: Label }

export type StarterDashboard = { name: Label; charts: readonly StarterChart[] }

const whole = { form: 'number', width: 'third' } as const

const toComplete = { incomplete: { empty: false } }
const neverVerified = { phone: { empty: false }, 'phone.verifiedAt': { empty: true } }

const none = { empty: true }
const some = { empty: false }
const check = (zh: string, en: string, where: Filter): StarterChart => ({
  ...whole,
  title: { zh, en },
  object: 'customer',
  where,
})

/** What most companies want to know first; each is a beginning, to be changed. */
export const starterDashboards: readonly StarterDashboard[] = [
  {
    name: { zh: '客户概况', en: 'Customers at a glance' },
    charts: [
      { ...whole, title: { zh: '客户总数', en: 'Customers' }, object: 'customer' },
      { title: { zh: '客户级别', en: 'By tier' }, object: 'customer', by: 'tier', form: 'pie', width: 'third' },
      { title: { zh: '客户阶段', en: 'By stage' }, object: 'customer', by: 'stage', form: 'funnel', width: 'third' },
      {
        title: { zh: '客户分布', en: 'Where they are' },
        object: 'customer',
        by: 'region',
        per: 'province',
        form: 'map',
        width: 'half',
      },
      {
        title: { zh: '客户来源', en: 'Where they come from' },
        object: 'customer',
        by: 'source',
        form: 'bar',
        width: 'half',
      },
      {
        title: { zh: '每月新建档案', en: 'New files each month' },
        object: 'customer',
        by: 'createdAt',
        per: 'month',
        form: 'line',
        width: 'full',
      },
    ],
  },
  {
    name: { zh: '跟进情况', en: 'Follow-ups' },
    charts: [
      {
        title: { zh: '每月跟进次数', en: 'Follow-ups each month' },
        object: 'follow_up',
        by: 'at',
        per: 'month',
        form: 'line',
        width: 'full',
      },
      { title: { zh: '跟进方式', en: 'By method' }, object: 'follow_up', by: 'method', form: 'pie', width: 'half' },
      { title: { zh: '跟进人', en: 'By person' }, object: 'follow_up', by: 'by', form: 'bar', width: 'half' },
    ],
  },
  {
    name: { zh: '成交情况', en: 'Purchases' },
    charts: [
      { ...whole, title: { zh: '成交总额', en: 'Purchase total' }, object: 'purchase', sum: 'amount' },
      { ...whole, title: { zh: '成交笔数', en: 'Purchases' }, object: 'purchase' },
      {
        ...whole,
        title: { zh: '近 30 天成交额', en: 'Last 30 days' },
        object: 'purchase',
        where: { date: { gte: 'today-30' } },
        sum: 'amount',
      },
      {
        title: { zh: '每月成交额', en: 'Amount each month' },
        object: 'purchase',
        by: 'date',
        per: 'month',
        sum: 'amount',
        form: 'bar',
        width: 'full',
      },
      {
        title: { zh: '各产品成交额', en: 'Amount by product' },
        object: 'purchase',
        by: 'product',
        sum: 'amount',
        form: 'bar',
        width: 'full',
      },
    ],
  },
  {
    name: { zh: '完整与核实', en: 'Completeness' },
    charts: [
      { ...whole, title: { zh: '待补全的档案', en: 'Files to complete' }, object: 'customer', where: toComplete },
      {
        ...whole,
        title: { zh: '电话从未核实', en: 'Phones never verified' },
        object: 'customer',
        where: neverVerified,
      },
      {
        ...whole,
        title: { zh: '电话超过半年未核实', en: 'Phones not verified for half a year' },
        object: 'customer',
        where: { 'phone.verifiedAt': { lt: 'today-180' } },
      },
      {
        title: { zh: '每日待补全的档案', en: 'Files to complete, day by day' },
        object: 'completeness_score',
        by: 'day',
        per: 'day',
        sum: 'open',
        form: 'line',
        width: 'full',
      },
      {
        title: { zh: '各负责人待补全', en: 'To complete, by owner' },
        object: 'customer',
        where: toComplete,
        by: 'owner',
        form: 'bar',
        width: 'half',
      },
      {
        title: { zh: '各部门待补全', en: 'To complete, by unit' },
        object: 'customer',
        where: toComplete,
        by: 'unit',
        form: 'bar',
        width: 'half',
      },
      {
        title: { zh: '各负责人未核实的电话', en: 'Phones never verified, by owner' },
        object: 'customer',
        where: neverVerified,
        by: 'owner',
        form: 'bar',
        width: 'half',
      },
      {
        title: { zh: '各部门未核实的电话', en: 'Phones never verified, by unit' },
        object: 'customer',
        where: neverVerified,
        by: 'unit',
        form: 'bar',
        width: 'half',
      },
    ],
  },
  {
    name: { zh: '数据核对', en: 'Data checks' },
    charts: [
      check('没有负责人', 'Without an owner', { owner: none }),
      check('没有任何联系方式', 'No way to reach them', {
        phone: none,
        fax: none,
        email: none,
        wechat: none,
        street: none,
      }),
      check('没有所在地区', 'Without a region', { region: none }),
      check('企业没有信用代码', 'Companies without a credit code', { type: 'company', creditCode: none }),
      check('企业填了个人信息', 'Companies with facts of a person', {
        type: 'company',
        or: [{ gender: some }, { birthday: some }, { idNumber: some }],
      }),
      check('个人填了企业信息', 'Persons with facts of a company', {
        type: 'person',
        or: [{ creditCode: some }, { legalRepresentative: some }, { employees: some }],
      }),
      check('阶段为潜在，却已购买', 'Prospects that have bought', { stage: 'prospect', purchaseCount: { gte: 1 } }),
      check('阶段为已购，却无购买记录', 'Said to have bought, without a purchase', {
        stage: { in: ['first', 'repeat', 'loyal'] },
        or: [{ purchaseCount: none }, { purchaseCount: 0 }],
      }),
      check('往来正常，却一年未跟进', 'Active, and not followed up for a year', {
        status: 'active',
        or: [{ lastFollowedUp: none }, { lastFollowedUp: { lt: 'today-365' } }],
      }),
      check('已终止，近 90 天却有购买', 'Closed, with a purchase in the last 90 days', {
        status: 'closed',
        lastPurchaseAt: { gte: 'today-90' },
      }),
      check('地址超过一年未核实', 'Addresses not verified for a year', { 'street.verifiedAt': { lt: 'today-365' } }),
      { ...whole, title: { zh: '待补全的档案', en: 'Files to complete' }, object: 'customer', where: toComplete },
      {
        title: { zh: '90 天未跟进的客户，按负责人', en: 'Not followed up for 90 days, by owner' },
        object: 'customer',
        where: { status: 'active', lastFollowedUp: { lt: 'today-90' } },
        by: 'owner',
        form: 'bar',
        width: 'full',
      },
    ],
  },
]

export function chartsOf({ charts }: StarterDashboard, locale: Locale): readonly Chart[] {
  return charts.map((chart, at) => ({ ...chart, id: `start-${at + 1}`, title: chart.title[locale] }))
}
