/** Bytes as PostgreSQL reads them from JSON. */
export function inJson(bytes: Buffer): string {
  return `\\x${bytes.toString('hex')}`
}
