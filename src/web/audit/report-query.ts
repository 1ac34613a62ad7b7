import type { RecordAnswer } from '#shared/wire'
import type { AuditQuery } from '../api/audit.ts'

/** The question of the page as the fields of a report; what is not asked is null, and no field to fill in. */
export function valuesOf({ actor, action, result, file, reason, ip }: AuditQuery) {
  return {
    person: actor ?? null,
    actions: action?.split(',') ?? null,
    result: result ?? null,
    file: file ?? null,
    words: reason ?? null,
    address: ip ?? null,
  }
}

/** The question of a report, for the days that the page names. */
export function queryOf(report: RecordAnswer, { from, to }: AuditQuery): AuditQuery {
  const textOf = (name: keyof ReturnType<typeof valuesOf>): string | undefined => {
    const value = report[name]
    if (Array.isArray(value)) return value.join(',') || undefined
    return typeof value === 'string' ? value : undefined
  }
  return {
    actor: textOf('person'),
    action: textOf('actions'),
    result: textOf('result'),
    file: textOf('file'),
    reason: textOf('words'),
    ip: textOf('address'),
    from,
    to,
  }
}
