import type { Label } from '#shared/label'

/** What stands around the chapters of the guide. */
export const guideWords = {
  guide: { zh: '用户手册', en: 'User guide' },
  contents: { zh: '目录', en: 'Contents' },
  previous: { zh: '上一章：', en: 'Previous: ' },
  next: { zh: '下一章：', en: 'Next: ' },
} as const satisfies Record<string, Label>
