import type { Filter } from './filter.ts'
import type { Label } from './label.ts'

export type StarterApproval = {
  object: string
  name: Label
  /** Why it is usual. */
  note: Label
  operations: readonly ('create' | 'update' | 'delete')[]
  fields?: readonly string[]
  when?: Filter
  /** Who signs after the superior, and from when on. */
  steps?: readonly { roles: readonly string[]; when?: Filter }[]
  needs?: readonly ('reason' | 'source' | 'proof')[]
  days?: number
  /** Keyed again by the superior, instead of approved. */
  again?: true
}

/** What most companies want seen by a second person; each is a beginning, to be changed, and none holds before somebody saves it. */
export const starterApprovals: readonly StarterApproval[] = [
  {
    object: 'customer',
    name: { zh: '客户级别和密级变更', en: 'Another tier or confidentiality level' },
    note: {
      zh: '级别决定服务标准，密级决定谁能看到档案',
      en: 'The tier decides the service, the level who sees the file',
    },
    operations: ['update'],
    fields: ['tier', 'level'],
    needs: ['reason'],
    days: 2,
  },
  {
    object: 'customer',
    name: { zh: '变更负责人', en: 'Another owner' },
    note: { zh: '客户不随个人意愿转移', en: 'Customers do not change hands unseen' },
    operations: ['update'],
    fields: ['owner', 'unit'],
    needs: ['reason'],
    days: 2,
  },
  {
    object: 'customer',
    name: { zh: '名称、信用代码等主体信息变更', en: 'Another name, credit code or legal representative' },
    note: { zh: '合同和开票以此为准，变更须有凭证', en: 'Contracts and invoices go by them, so evidence is asked for' },
    operations: ['update'],
    fields: ['name', 'creditCode', 'legalRepresentative'],
    needs: ['source', 'proof'],
    days: 3,
  },
  {
    object: 'customer',
    name: {
      zh: '成交金额变更（100 万元以上另由负责人审批）',
      en: 'Another deal amount (from 1 million on, by the head as well)',
    },
    note: { zh: '金额影响客户级别和授信', en: 'Tier and credit follow from it' },
    operations: ['update'],
    fields: ['dealAmount'],
    steps: [{ roles: ['head'], when: { dealAmount: { gte: { amount: 100_000_000, currency: 'CNY' } } } }],
    needs: ['reason'],
    days: 2,
  },
  {
    object: 'customer',
    name: { zh: '删除客户档案', en: 'Deleting a file' },
    note: { zh: '先由上级审批，再由负责人审批', en: 'The superior signs first, then the head' },
    operations: ['delete'],
    steps: [{ roles: ['head'] }],
    needs: ['reason'],
    days: 3,
  },
  {
    object: 'customer',
    name: { zh: '电话和信用代码二次录入', en: 'Telephone and credit code keyed again' },
    note: {
      zh: '录入后由他人再录入一次，不一致的提请裁定',
      en: 'Somebody else keys them again unseen; a third decides where they differ',
    },
    operations: ['create', 'update'],
    fields: ['phone', 'creditCode'],
    again: true,
  },
  {
    object: 'contact',
    name: { zh: '删除联系人', en: 'Deleting a contact' },
    note: { zh: '联系人带着往来历史', en: 'What was agreed hangs on them' },
    operations: ['delete'],
    needs: ['reason'],
    days: 2,
  },
  {
    object: 'purchase',
    name: { zh: '购买金额 10 万元以上', en: 'Purchases from 100,000 on' },
    note: {
      zh: '大额交易录入和修改须经上级',
      en: 'Large trades are seen by the superior, when entered and when changed',
    },
    operations: ['create', 'update'],
    when: { amount: { gte: { amount: 10_000_000, currency: 'CNY' } } },
    days: 2,
  },
  {
    object: 'purchase',
    name: { zh: '删除购买记录', en: 'Deleting a purchase' },
    note: { zh: '客户级别和业绩由购买记录得出', en: 'Tiers and performance are counted from them' },
    operations: ['delete'],
    needs: ['reason'],
    days: 2,
  },
  {
    object: 'product',
    name: { zh: '标准价格变更', en: 'Another list price' },
    note: { zh: '报价以此为准', en: 'Quotes go by it' },
    operations: ['update'],
    fields: ['price'],
    needs: ['reason'],
    days: 2,
  },
]
