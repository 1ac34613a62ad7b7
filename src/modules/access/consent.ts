import { choice, choices, dateTime, files, longText, number, reference, text, user } from '#field-types'
import { defineObject, definePolicy } from '#kernel'
import { channels } from './channels.ts'
import { languages } from './notices.ts'

/** That a customer was told for what data is used, and agreed; withdrawn, it no longer stands but stays on the file. */
export const consent = defineObject({
  name: 'consent',
  label: { zh: '告知与同意', en: 'Consent' },
  icon: 'handshake',
  title: 'subject',
  custody: { type: 'child', of: 'customer' },
  consents: {
    purpose: 'purpose',
    from: 'givenAt',
    until: 'until',
    withdrawn: 'withdrawnAt',
    notice: 'noticeVersion',
  },
  indexes: [['customer', 'purpose']],
  fields: {
    customer: reference('customer', { label: { zh: '客户', en: 'Customer' }, required: true }),
    purpose: reference('purpose', { label: { zh: '使用目的', en: 'Purpose of use' }, required: true }),
    subject: text({ label: { zh: '同意事项', en: 'Agreed to' }, max: 200, required: true }),
    channels: choices({
      label: { zh: '渠道', en: 'Channels' },
      help: { zh: '不选则为全部渠道', en: 'None chosen: all channels' },
      choices: channels,
    }),
    noticeVersion: number({
      label: { zh: '告知书版本', en: 'Version of the notice' },
      help: { zh: '不填则为现行版本', en: 'Empty: the current one' },
      integer: true,
      min: 1,
    }),
    noticeLanguage: choice({
      label: { zh: '告知语言', en: 'Language of the notice' },
      help: {
        zh: '不填则为登记人所用的语言，没有的用另一种',
        en: 'Empty: that of who records it, or the one that there is',
      },
      choices: languages,
    }),
    notice: longText({
      label: { zh: '告知内容', en: 'Notice' },
      help: { zh: '不填则为使用目的的告知内容', en: 'Empty: the notice of the purpose' },
    }),
    method: choice({
      label: { zh: '同意方式', en: 'Given by' },
      required: true,
      choices: {
        written: { zh: '书面', en: 'In writing' },
        onSite: { zh: '现场', en: 'On site' },
        phone: { zh: '电话', en: 'Phone' },
        web: { zh: '网页', en: 'Web page' },
        message: { zh: '短信、微信或邮件', en: 'Message' },
      },
    }),
    givenAt: dateTime({ label: { zh: '同意时间', en: 'Given on' }, required: true, default: 'now' }),
    until: dateTime({ label: { zh: '有效期至', en: 'Valid until' } }),
    takenBy: user({ label: { zh: '经办人', en: 'Taken by' }, default: 'me' }),
    proof: files({ label: { zh: '凭证', en: 'Proof' } }),
    withdrawnAt: dateTime({ label: { zh: '撤回时间', en: 'Withdrawn on' } }),
    withdrawnChannels: choices({
      label: { zh: '撤回的渠道', en: 'Channels withdrawn' },
      help: {
        zh: '只撤回部分渠道时选择；不选则全部撤回',
        en: 'Where some alone are withdrawn; none chosen: all of them',
      },
      choices: channels,
    }),
    withdrawnHow: text({ label: { zh: '撤回方式', en: 'Withdrawn by' }, max: 200 }),
  },
  // Filled in from the purpose, where that has one.
  requirements: [
    { field: 'notice', need: 'required' },
    { field: 'noticeLanguage', need: 'required', when: { noticeVersion: { empty: false } } },
  ],
  views: {
    list: [
      'subject',
      'customer',
      'purpose',
      'channels',
      'method',
      'givenAt',
      'until',
      'withdrawnAt',
      'noticeVersion',
      'noticeLanguage',
    ],
    form: {
      given: {
        label: { zh: '告知与同意', en: 'Consent' },
        fields: [
          'customer',
          'purpose',
          'subject',
          'channels',
          'noticeVersion',
          'noticeLanguage',
          'notice',
          'method',
          'givenAt',
          'until',
          'takenBy',
          'proof',
        ],
      },
      withdrawn: {
        label: { zh: '撤回同意', en: 'Withdrawal' },
        fields: ['withdrawnAt', 'withdrawnChannels', 'withdrawnHow'],
      },
    },
  },
})

export const consentPolicy = definePolicy(consent, 'parts')
