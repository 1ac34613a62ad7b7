import type { Label } from './label.ts'

/** Refusals around keys, spread into the one catalogue. */
export const keyErrorCodes = {
  'record.destroyed': {
    zh: '此档案的密钥已销毁，加密内容无法再读取，也不能再修改。',
    en: 'The keys of this file have been destroyed: what was sealed cannot be read any more, and nothing can be changed.',
  },
  'keys.sheet_shown': {
    zh: '此主密钥的恢复单已经显示过，不会再次显示；如已遗失，请更换主密钥。',
    en: 'The recovery sheets of this master key have been shown and are not shown again; if they are lost, exchange the master key.',
  },
} as const satisfies Record<string, Label>
