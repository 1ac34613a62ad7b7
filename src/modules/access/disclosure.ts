import { choice, choices, dateTime, longText, reference, text, user } from '#field-types'
import { type Context, defineObject, definePolicy, type Values } from '#kernel'
import { AppError } from '#shared/app-error'

/** How something gets to a recipient. */
export const meansOfPassing = {
  email: { zh: '邮件', en: 'Email' },
  message: { zh: '短信、微信', en: 'Message' },
  paper: { zh: '纸质', en: 'Paper' },
  medium: { zh: '移动存储介质', en: 'Storage medium' },
  system: { zh: '系统接口或平台', en: 'Interface or platform' },
  oral: { zh: '口头、电话', en: 'By word of mouth' },
  other: { zh: '其他', en: 'Other' },
} as const

export const separateConsents = {
  obtained: { zh: '已取得', en: 'Obtained', colour: 'green' },
  missing: { zh: '未取得', en: 'Not obtained', colour: 'red' },
} as const

/** That data of a customer was handed to somebody outside of the company: to whom, what, for what and how. */
export const disclosure = defineObject({
  name: 'disclosure',
  label: { zh: '对外提供', en: 'Disclosure' },
  icon: 'send',
  title: 'recipient',
  navigation: true,
  custody: { type: 'child', of: 'customer' },
  fields: {
    customer: reference('customer', { label: { zh: '客户', en: 'Customer' }, required: true }),
    recipient: text({ label: { zh: '接收方', en: 'Recipient' }, max: 120, required: true, search: 'A' }),
    recipientContact: text({
      label: { zh: '接收方联系方式', en: 'How to reach the recipient' },
      help: {
        zh: '客户可据此向接收方行使权利，如客服电话或网址',
        en: 'By which customers can turn to it, such as its hotline or web address',
      },
      max: 200,
    }),
    purpose: reference('purpose', { label: { zh: '使用目的', en: 'Purpose of use' }, required: true }),
    categories: choices({
      label: { zh: '提供的信息种类', en: 'What was disclosed' },
      required: true,
      choices: {
        name: { zh: '名称、姓名', en: 'Names' },
        contact: { zh: '联系方式', en: 'Contact details' },
        address: { zh: '地址', en: 'Addresses' },
        identity: { zh: '证件信息', en: 'Identity documents' },
        purchases: { zh: '购买记录', en: 'Purchases' },
        exchanges: { zh: '跟进与沟通记录', en: 'Follow-ups and exchanges' },
        wishes: { zh: '需求与偏好', en: 'Needs and preferences' },
        files: { zh: '附件', en: 'Attachments' },
        other: { zh: '其他', en: 'Other' },
      },
    }),
    at: dateTime({ label: { zh: '提供时间', en: 'Disclosed on' }, required: true, default: 'now' }),
    means: choice({
      label: { zh: '提供方式', en: 'Passed by' },
      required: true,
      choices: meansOfPassing,
    }),
    responsible: user({ label: { zh: '经办人', en: 'Responsible' }, required: true, default: 'me' }),
    separateConsent: choice({
      label: { zh: '单独同意', en: 'Separate consent' },
      help: {
        zh: '使用目的以个人同意为基础时必填',
        en: 'Needed where the purpose rests on consent',
      },
      choices: separateConsents,
    }),
    details: longText({ label: { zh: '说明', en: 'Details' } }),
  },
  views: {
    list: ['recipient', 'customer', 'purpose', 'categories', 'at', 'separateConsent', 'means', 'responsible'],
    form: {
      basics: {
        label: { zh: '对外提供', en: 'Disclosure' },
        fields: [
          'customer',
          'recipient',
          'recipientContact',
          'purpose',
          'categories',
          'at',
          'means',
          'responsible',
          'separateConsent',
          'details',
        ],
      },
    },
  },
})

export const disclosurePolicy = definePolicy(disclosure, 'parts')

/** Handing on what is used by consent needs a consent of its own (个人信息保护法, article 23); that there was none is said too. */
export function askForSeparateConsent({ kernel }: Context, values: Values, before: Values | null): void {
  const { purpose, separateConsent } = values
  // What the purpose became later asks nothing of what was written before.
  const isSaid = purpose === before?.purpose && separateConsent === before?.separateConsent
  if (!purpose || separateConsent || isSaid) return
  const used = [...kernel.purposes.values()].find(({ id }) => id === purpose)
  // One that is no longer in force may have rested on consent.
  if (used && !used.byConsent) return
  const code = 'access.disclosure_consent'
  throw new AppError(422, code, { errors: [{ path: 'separateConsent', code, params: {} }] })
}
