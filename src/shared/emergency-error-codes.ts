import type { Label } from './label.ts'

/** Refusals around emergency access. */
export const emergencyErrorCodes = {
  'emergency.off': {
    zh: '本公司未启用紧急访问，请联系客户负责人或您的上级。',
    en: 'Emergency access is switched off here; ask the owner of the file or your manager.',
  },
  'emergency.not_needed': {
    zh: '您已能查看此客户，无需紧急访问。',
    en: 'You see this file already; no emergency access is needed.',
  },
  'emergency.quota': {
    zh: '{hours} 小时内最多紧急访问 {most} 次，请联系您的上级。',
    en: 'At most {most} emergency accesses in {hours} hours; ask your manager.',
  },
  'emergency.own_review': {
    zh: '不能复核自己的紧急访问，请由他人复核。',
    en: 'Nobody reviews their own emergency access; ask somebody else.',
  },
  'emergency.reviewed': {
    zh: '此次紧急访问已复核，请刷新页面。',
    en: 'This emergency access has been reviewed already; reload the page.',
  },
} as const satisfies Record<string, Label>
