import { AppError } from '#shared/app-error'

/** A page's end, as the next page's start: the sort values of its last record and its id. */
export function encodeCursor(values: readonly unknown[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url')
}

export function decodeCursor(cursor: string, length: number): unknown[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (Array.isArray(values) && values.length === length) return values
  } catch {
    // Falls through to the refusal: whatever it was, it was not one of our cursors.
  }
  throw new AppError(400, 'request.invalid', { params: { detail: 'after' } })
}
