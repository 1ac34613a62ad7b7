import type { KindSamples } from '../samples.ts'
import { archiveNumber } from './kind.ts'

export const samples: KindSamples<string> = {
  field: archiveNumber({
    label: { zh: '样例', en: 'Sample' },
    rule: [{ text: 'KH-' }, { date: 'YYYY' }, { text: '-' }, { sequence: 6, reset: ['year'] }],
  }),
  values: ['KH-2025-000123', 'KH-2026-000001', '全宗1-客户·2026-001'],
  texts: [
    [' kh-2026-000001 ', 'KH-2026-000001'],
    ['ＫＨ－2026－000001', 'KH-2026-000001'],
  ],
  invalid: [
    ['<KH>', 'field.archive_number_invalid'],
    ['K'.repeat(65), 'field.archive_number_invalid'],
  ],
}
