import type { Label } from './label.ts'

/** Refusals around links on which customers confirm their own data. */
export const confirmationErrorCodes = {
  'confirmation.link_dead': {
    zh: '链接无法打开：可能已用过或已过期，或输入的内容不对。请核对后重试，或与发送链接的人联系。',
    en: 'This link does not open: it was used, it is over, or what you typed is not right. Check and try again, or ask whoever sent it.',
  },
  'confirmation.changed': {
    zh: '您核对期间资料有变动，请再看一遍后提交。',
    en: 'Something was changed while you were looking; look through it again, then send it.',
  },
  'confirmation.ended': {
    zh: '此链接已答复或已失效，不能撤回。',
    en: 'This link was answered or is over; there is nothing to withdraw.',
  },
  'confirmation.not_offered': {
    zh: '“{field}”不能请客户确认，请去掉此项。',
    en: '“{field}” is not to be confirmed by customers; take it out.',
  },
  'confirmation.nobody_agrees': {
    zh: '没有人可以审批客户的更正：此客户由您负责，而您的部门没有其他负责人。请先为部门指定负责人，或把客户交给他人负责。',
    en: 'Nobody could agree to what the customer corrects: the file is yours, and nobody else leads your unit. Name who leads it, or another owner, first.',
  },
} as const satisfies Record<string, Label>
