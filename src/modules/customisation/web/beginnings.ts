/** Fields with which most objects of a company's own begin. */
export const beginnings = [
  { name: 'date', kind: 'date', level: '1', labelZh: '日期', labelEn: 'Date' },
  { name: 'amount', kind: 'money', level: '1', labelZh: '金额', labelEn: 'Amount' },
  { name: 'phone', kind: 'phone', level: '2', labelZh: '电话', labelEn: 'Phone' },
  { name: 'email', kind: 'email', level: '2', labelZh: '邮箱', labelEn: 'Email' },
  { name: 'remarks', kind: 'long_text', level: '1', labelZh: '备注', labelEn: 'Remarks' },
] as const

export type Beginning = (typeof beginnings)[number]['name']
