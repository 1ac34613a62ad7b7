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
  'keys.sheet_not_shown': {
    zh: '此主密钥的恢复单还没有显示过；请先显示并交由两人分别保管，再确认。',
    en: 'The recovery sheets of this master key have not been shown yet; have them shown and kept by two people, then confirm.',
  },
  'keys.index_renewing': {
    zh: '索引密钥正在更换，恢复单须同时包含新旧两把密钥才有用；请等更换完成后再显示。',
    en: 'The index key is being exchanged, and until that is done a sheet would lack one of the two; show the sheets when it is finished.',
  },
  'keys.still_sealing': {
    zh: '此前未加密的数据仍在加密中，索引密钥暂不能更换；请等加密完成后再试。',
    en: 'Data from before there were keys is still being sealed, so the index key cannot be exchanged yet; try again when that is done.',
  },
} as const satisfies Record<string, Label>
