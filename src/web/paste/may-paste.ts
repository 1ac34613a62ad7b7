import type { FieldWire } from '#shared/wire'

const kinds = new Set(['company_name', 'person_name', 'phone', 'email', 'address', 'region', 'credit_code'])

/** Whether a form has enough of what cards and chats tell. */
export function mayPaste(fields: readonly FieldWire[]): boolean {
  return fields.filter(({ kind }) => kinds.has(kind)).length >= 2
}

/** More than one value: several lines, or a name with a number or an address behind it. */
export function isBlock(text: string): boolean {
  const trimmed = text.trim()
  return trimmed.includes('\n') || (trimmed.length > 16 && /\d{7}|@|[:：]/.test(trimmed))
}
