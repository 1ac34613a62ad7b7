import type { Label } from './label.ts'

/** Refusals around mail and what it carries. */
export const mailErrorCodes = {
  'mail.not_set_up': {
    zh: '尚未设置邮件，请先在“邮件”页面填写发信服务器、发件地址和系统网址。',
    en: 'Mail is not set up; fill in the server, the sender and the site’s address on the page “Mail” first.',
  },
  'mail.no_address': {
    zh: '此用户没有邮箱，请先填写邮箱。',
    en: 'This user has no mail address; fill it in first.',
  },
  'mail.password_in_clear': {
    zh: '不加密的连接不能使用账号和密码，请选择加密方式，或清空账号和密码。',
    en: 'A login would cross the network unencrypted; choose an encryption, or leave user and password empty.',
  },
  'access.link_invalid': {
    zh: '链接无效、已使用或已过期，请重新申请。',
    en: 'The link is invalid, was used before or has run out; ask for a new one.',
  },
  'access.has_password': {
    zh: '此用户已设置过密码；忘记密码时请在登录页点“忘记密码”。',
    en: 'This user has a password already; “Forgot password?” on the sign-in page helps.',
  },
  'access.account_off': {
    zh: '此用户已停用或已到期，请先启用。',
    en: 'This user is switched off or has ended; enable it first.',
  },
} as const satisfies Record<string, Label>
