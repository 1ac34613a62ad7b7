import type { Label } from './label.ts'

/** Refusals around keys, spread into the one catalogue. */
export const keyErrorCodes = {
  'record.destroyed': {
    zh: '此档案的密钥已销毁，加密内容无法再读取，也不能再修改。',
    en: 'The keys of this file have been destroyed: what was sealed cannot be read any more, and nothing can be changed.',
  },
} as const satisfies Record<string, Label>
