import { choice, dateTime, json, reference, text, user } from '#field-types'
import { defineObject, definePolicy } from '#kernel'

export const origins = ['apart', 'same_address', 'signed_in'] as const
export type Origin = (typeof origins)[number]
export type Answered = 'right' | 'corrected' | 'gone'

/** From where an answer came, as far as that can be known. */
export const originLabels = {
  apart: { zh: '与发送人不同的网络地址', en: 'Another address than the sender’s', colour: 'green' },
  same_address: { zh: '与发送人相同的网络地址', en: 'The sender’s own address', colour: 'amber' },
  signed_in: { zh: '已登录本系统的浏览器', en: 'A browser that was signed in here', colour: 'red' },
} as const satisfies Record<Origin, object>

/** A link on which a customer looks through data on their own file. Its token is nowhere in the house, and what they answer is on the file or in the change request alone. */
export const confirmationLink = defineObject({
  name: 'confirmation_link',
  label: { zh: '客户确认链接', en: 'Confirmation link' },
  icon: 'link',
  title: 'name',
  custody: { type: 'child', of: 'customer', people: ['sender'] },
  fields: {
    name: text({ label: { zh: '名称', en: 'Name' }, max: 200, required: true }),
    customer: reference('customer', { label: { zh: '客户', en: 'Customer' }, required: true, readOnly: true }),
    fields: json({ label: { zh: '请其确认的字段', en: 'Fields to confirm' }, required: true, readOnly: true }),
    language: choice({
      label: { zh: '语言', en: 'Language' },
      required: true,
      readOnly: true,
      choices: { zh: { zh: '中文', en: 'Chinese', colour: 'grey' }, en: { zh: '英文', en: 'English', colour: 'grey' } },
    }),
    way: choice({
      label: { zh: '发送方式', en: 'Sent by' },
      required: true,
      readOnly: true,
      choices: {
        mail: { zh: '发到档案中的邮箱', en: 'Mail to the address on file', colour: 'grey' },
        copy: { zh: '由发送人转交', en: 'The sender, in another way', colour: 'grey' },
      },
    }),
    check: choice({
      label: { zh: '打开前核对', en: 'Asked before it opens' },
      required: true,
      readOnly: true,
      choices: {
        phone: { zh: '档案电话的后四位', en: 'Last four digits of the phone on file', colour: 'grey' },
        code: { zh: '另行告知的验证码', en: 'A code told in another way', colour: 'grey' },
      },
    }),
    sender: user({ label: { zh: '发送人', en: 'Sent by whom' }, required: true, readOnly: true }),
    validUntil: dateTime({ label: { zh: '有效至', en: 'Valid until' }, required: true, readOnly: true }),
    state: choice({
      label: { zh: '链接状态', en: 'State' },
      required: true,
      readOnly: true,
      choices: {
        sent: { zh: '已发送', en: 'Sent', colour: 'blue' },
        opened: { zh: '客户已打开', en: 'Opened', colour: 'amber' },
        answered: { zh: '客户已答复', en: 'Answered', colour: 'green' },
        expired: { zh: '已过期', en: 'Expired', colour: 'grey' },
        withdrawn: { zh: '已撤回', en: 'Withdrawn', colour: 'grey' },
        locked: { zh: '核对多次失败，已失效', en: 'Dead after wrong guesses', colour: 'red' },
      },
    }),
    openedAt: dateTime({ label: { zh: '打开时间', en: 'Opened at' }, readOnly: true }),
    answeredAt: dateTime({ label: { zh: '答复时间', en: 'Answered at' }, readOnly: true }),
    answers: json({ label: { zh: '答复', en: 'Answers' }, readOnly: true }),
    origin: choice({
      label: { zh: '答复来自', en: 'Answered from' },
      readOnly: true,
      choices: originLabels,
    }),
    request: reference('change_request', {
      label: { zh: '变更申请', en: 'Change request' },
      readOnly: true,
      indexed: true,
    }),
  },
  views: {
    list: ['name', 'customer', 'state', 'way', 'sender', 'validUntil', 'answeredAt', 'origin', 'request'],
    head: ['state', 'sender', 'validUntil', 'origin'],
    form: {
      basics: {
        label: { zh: '客户确认链接', en: 'Confirmation link' },
        fields: ['name', 'customer', 'fields', 'language', 'way', 'check', 'sender', 'validUntil', 'state'],
      },
      answer: {
        label: { zh: '答复', en: 'Answer' },
        fields: ['openedAt', 'answeredAt', 'answers', 'origin', 'request'],
      },
    },
  },
})

const never = (): boolean => false

/** Made by asking a customer, and moved on by what becomes of it: nobody writes one by hand. */
export const confirmationLinkPolicy = definePolicy(confirmationLink, 'parts', {
  create: never,
  update: never,
  delete: never,
  import: never,
})
