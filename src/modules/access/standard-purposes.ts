import type { Context } from '#kernel'
import type { Label } from '#shared/label'
import { purpose } from './purpose.ts'

type StandardPurpose = {
  code: string
  name: Label
  basis: 'consent' | 'contract' | 'statutory'
  notice: Label
}

/** What a company that keeps customer files uses them for; notices are drafts, for the company to make its own. */
const standardPurposes: readonly StandardPurpose[] = [
  {
    code: 'contract',
    name: { zh: '合同履行', en: 'Contract performance' },
    basis: 'contract',
    notice: {
      zh: '为与您洽谈、订立和履行合同，我们使用您的名称、联系人、联系方式、地址和交易记录，用于报价、签约、发货、开票和收款，保存至合同履行完毕且法定期限届满。您可随时向我们查询、更正。',
      en: 'To negotiate, conclude and perform contracts with you we use your name, contacts, addresses and purchases for quotes, delivery, invoices and payment, until the contract and the time that the law sets are over. You may ask us to see or correct them at any time.',
    },
  },
  {
    code: 'service',
    name: { zh: '客户服务', en: 'Customer service' },
    basis: 'contract',
    notice: {
      zh: '为提供售后服务、处理您的咨询和投诉，我们使用您的联系方式、购买记录和沟通记录，保存至服务期结束。您可随时向我们查询、更正。',
      en: 'To serve you after a purchase and to settle questions and complaints we use your contact details, purchases and our exchanges, until the service ends. You may ask us to see or correct them at any time.',
    },
  },
  {
    code: 'marketing',
    name: { zh: '营销推广', en: 'Marketing' },
    basis: 'consent',
    notice: {
      zh: '经您同意，我们使用您的姓名和联系方式，向您发送新品、优惠和活动信息，直至您撤回同意。您可随时通过电话、短信或邮件撤回，撤回不影响您已购买的产品和服务。',
      en: 'With your consent we use your name and contact details to tell you of new products, offers and events, until you withdraw it. You may withdraw at any time by phone, message or mail; what you have bought is not affected.',
    },
  },
  {
    code: 'survey',
    name: { zh: '满意度调查', en: 'Satisfaction survey' },
    basis: 'consent',
    notice: {
      zh: '经您同意，我们使用您的联系方式和购买记录，就产品和服务征求您的意见，答卷保存两年。您可随时撤回同意。',
      en: 'With your consent we use your contact details and purchases to ask what you think of our products and services, and keep the answers for two years. You may withdraw at any time.',
    },
  },
  {
    code: 'legal',
    name: { zh: '依法合规', en: 'Legal duty' },
    basis: 'statutory',
    notice: {
      zh: '为履行税务、会计、审计等法定义务，我们按法律规定的范围和期限保存并提供您的交易资料。',
      en: 'To meet duties of tax, accounting and audit we keep and hand over records of our trade with you, as far and as long as the law says.',
    },
  },
]

/** The purposes of use with which a company begins; records like all others from then on. */
export async function makeStandardPurposes(ctx: Context): Promise<void> {
  await ctx.records(purpose).createMany(
    standardPurposes.map(({ code, name, basis, notice }) => ({
      input: { code, nameZh: name.zh, nameEn: name.en, basis, noticeZh: notice.zh, noticeEn: notice.en },
    })),
  )
}
