import type { Label } from '#shared/label'

/** Headings of the routes that belong to no object. */
export const areas = {
  access: { zh: '登录与初始化', en: 'Sign-in and set-up' },
  files: { zh: '文件', en: 'Files' },
  exports: { zh: '导出', en: 'Exports' },
  imports: { zh: '导入', en: 'Imports' },
  keys: { zh: '密钥', en: 'Keys' },
  jobs: { zh: '后台任务', en: 'Jobs' },
  mail: { zh: '邮件', en: 'Mail' },
  audit: { zh: '访问日志', en: 'Access log' },
  system: { zh: '系统', en: 'System' },
} as const satisfies Record<string, Label>
export type Area = keyof typeof areas

const areaByStart: Readonly<Record<string, Area>> = {
  sessions: 'access',
  'api-keys': 'access',
  setup: 'access',
  'sign-in-settings': 'access',
  'second-factor': 'access',
  passkeys: 'access',
  sso: 'access',
  'sso-identity': 'access',
  'sso-settings': 'access',
  users: 'access',
  'emergency-accesses': 'access',
  'emergency-settings': 'access',
  'password-resets': 'access',
  'password-links': 'access',
  'mail-settings': 'mail',
  mails: 'mail',
  files: 'files',
  exports: 'exports',
  'export-traces': 'exports',
  imports: 'imports',
  jobs: 'jobs',
  'audit-events': 'audit',
  'audit-summaries': 'audit',
  'audit-seal': 'audit',
  'audit-exports': 'audit',
  'audit-retention': 'audit',
  keys: 'keys',
  customers: 'keys',
}

/** `/api/sessions/current` -> `access`. */
export function areaOf(url: string): Area {
  return areaByStart[url.split('/')[2] ?? ''] ?? 'system'
}
