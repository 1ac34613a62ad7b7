import type { Label } from './label.ts'

/** What can be wrong with an export, or keep its file from being fetched. */
export const exportErrorCodes = {
  'export.object_unknown': {
    zh: '没有可导出的对象“{input}”，请检查名称。',
    en: 'There is no object “{input}” that could be exported; check its name.',
  },
  'export.selection_invalid': {
    zh: '导出范围的格式不正确：{detail}。',
    en: 'What to export is not well formed: {detail}.',
  },
  'export.columns_none': {
    zh: '没有可导出的列，请至少选择一列您有权查看的字段。',
    en: 'No column is left; choose at least one field that you may read.',
  },
  'export.nothing': {
    zh: '没有您有权导出的记录符合条件，请调整筛选后重试。',
    en: 'No record that you may export meets the conditions; change them and try again.',
  },
  'export.too_many': {
    zh: '{format} 一次最多导出 {most} 条，请缩小范围；CSV 最多 100,000 条。',
    en: 'At most {most} records in one {format}; choose fewer. A CSV holds up to 100,000.',
  },
  'export.making': {
    zh: '文件尚未生成，请稍后再下载。',
    en: 'The file is still being made; fetch it in a moment.',
  },
  'export.none': {
    zh: '此次导出没有生成文件，请重新申请。',
    en: 'This export came to no file; ask for a new one.',
  },
  'export.fetched': {
    zh: '文件只能下载一次，已经下载过；如仍需要，请重新申请导出。',
    en: 'A file is fetched once, and this one has been; ask for a new export.',
  },
  'export.expired': {
    zh: '文件已过期（保留 {hours} 小时），请重新申请导出。',
    en: 'The file has expired after {hours} hours; ask for a new export.',
  },
  'export.not_traced': {
    zh: '没有导出文件使用过此编号：它属于真实客户，或来自其他系统。',
    en: 'No export has used this number: it is a real customer’s, or of another house.',
  },
  'export.ended': {
    zh: '此次导出已结束，不能再取消。',
    en: 'This export has ended; there is nothing left to cancel.',
  },
} as const satisfies Record<string, Label>
