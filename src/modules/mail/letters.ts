import type { Duty } from '#kernel'
import type { Locale } from '#shared/label'

/** Kinds of mail that the house sends. What a mail says beyond its link is in the house itself. */
export type LetterKind = 'invitation' | 'reset' | 'test' | 'log_report' | 'notice' | 'confirmation'

/** Duties without which a mail of a kind goes to nobody, asked when it leaves: whoever may have had them when it was written. */
export const neededDuties: Partial<Record<LetterKind, Duty>> = { log_report: 'trail' }

/** `told`: what a kind says beyond its link. */
export type LetterWords = {
  name: string
  login: string
  company: string
  link: string
  told?: { title: string; body: string }
}

type Words = Record<Locale, (words: LetterWords) => { subject: string; text: readonly string[] }>

const letters: Record<LetterKind, Words> = {
  invitation: {
    zh: ({ name, login, company, link }) => ({
      subject: `${company} 邀请您使用客户档案本`,
      text: [
        `${name}，您好：`,
        `${company} 为您开通了客户档案本，账号为 ${login}。请在 7 天内打开下面的链接，设置自己的密码：`,
        link,
        '链接只能使用一次。如果您不认识这家公司，请忽略此邮件。',
      ],
    }),
    en: ({ name, login, company, link }) => ({
      subject: `${company} invites you to Dossier`,
      text: [
        `Dear ${name},`,
        `${company} has opened an account for you in Dossier. Your login is ${login}. Open this link within 7 days and set your own password:`,
        link,
        'The link works once. If you do not know this company, ignore this mail.',
      ],
    }),
  },
  reset: {
    zh: ({ name, login, company, link }) => ({
      subject: `重设您在 ${company} 的密码`,
      text: [
        `${name}，您好：`,
        `有人申请重设账号 ${login} 的密码。如果是您本人，请在 30 分钟内打开下面的链接：`,
        link,
        '链接只能使用一次，设置后所有设备都需重新登录。如果不是您本人，请忽略此邮件，密码不会改变。',
      ],
    }),
    en: ({ name, login, company, link }) => ({
      subject: `A new password for ${company}`,
      text: [
        `Dear ${name},`,
        `Somebody asked for a new password for the login ${login}. If it was you, open this link within 30 minutes:`,
        link,
        'The link works once, and all devices have to sign in again. If it was not you, ignore this mail: nothing changes.',
      ],
    }),
  },
  log_report: {
    zh: ({ name, company, link, told }) => ({
      subject: `${company} 日志报告：${told?.title}`,
      text: [
        `${name}，您好：`,
        `日志报告“${told?.title}”`,
        `${told?.body}`,
        '请登录后查看明细：',
        link,
        '此邮件按设定的周期发送，可在“日志报告”中更改或停用。',
      ],
    }),
    en: ({ name, company, link, told }) => ({
      subject: `${company}, report of the log: ${told?.title}`,
      text: [
        `Dear ${name},`,
        `Report of the log “${told?.title}”`,
        `${told?.body}`,
        'Sign in to see the lines:',
        link,
        'This mail comes by itself; change it or turn it off under “Log reports”.',
      ],
    }),
  },
  notice: {
    zh: ({ name, company, link, told }) => ({
      subject: `${company} 客户档案本：${told?.title}`,
      text: [
        `${name}，您好：`,
        `${told?.body}`,
        '请登录后查看：',
        link,
        '哪些通知发到邮箱、何时发送，可在“我的账号”中更改。',
      ],
    }),
    en: ({ name, company, link, told }) => ({
      subject: `${company}, Dossier: ${told?.title}`,
      text: [
        `Dear ${name},`,
        `${told?.body}`,
        'Sign in to see it:',
        link,
        'Which notifications come by mail, and when, is yours to choose under “Account”.',
      ],
    }),
  },
  confirmation: {
    zh: ({ company, link, told }) => ({
      subject: `请核对您在 ${company} 留存的资料`,
      text: [
        '您好：',
        `${company} 请您核对留存的几项资料。请在 ${told?.body} 前打开下面的链接，不需要账号：`,
        link,
        '打开前会请您输入留存电话的后四位，或经办人另行告知的验证码。链接只能答复一次，请勿转发。如果您与这家公司没有往来，请忽略此邮件。',
      ],
    }),
    en: ({ company, link, told }) => ({
      subject: `Please check what ${company} has on file about you`,
      text: [
        'Good day,',
        `${company} asks you to look through a few entries. Open this link before ${told?.body}; you need no account:`,
        link,
        'It asks for the last four digits of your telephone number on file, or for a code that you were told in another way. It can be answered once; do not pass it on. If you do not deal with this company, ignore this mail.',
      ],
    }),
  },
  test: {
    zh: ({ name, company }) => ({
      subject: `${company} 客户档案本的测试邮件`,
      text: [`${name}，您好：`, '收到此邮件，说明邮件设置可用。'],
    }),
    en: ({ name, company }) => ({
      subject: `A test mail from ${company}’s Dossier`,
      text: [`Dear ${name},`, 'This mail has reached you, so the mail settings work.'],
    }),
  },
}

/** The mail in its reader's language; undefined where no mail of that kind is known. */
export function writeLetter(
  kind: string,
  locale: Locale,
  words: LetterWords,
): { subject: string; text: string } | undefined {
  const letter = isLetter(kind) ? letters[kind][locale](inOneLine(words)) : undefined
  return letter && { subject: letter.subject, text: `${letter.text.join('\n\n')}\n` }
}

export function isLetter(kind: string): kind is LetterKind {
  return Object.hasOwn(letters, kind)
}

/** Nobody's name adds a paragraph, a header or a recipient. */
function inOneLine({ name, login, company, link, told }: LetterWords): LetterWords {
  const titled = told && { ...told, title: oneLine(told.title) }
  return { name: oneLine(name), login: oneLine(login), company: oneLine(company), link, told: titled }
}

export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim()
}
