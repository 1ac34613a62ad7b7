import type { ErrorCode } from '#shared/error-codes'

/** A file made to hurt, and what has to become of it: refused with a code, or read as so many rows. */
export type HostileFile = { name: string; make(): Buffer | string; size?: number; outcome: ErrorCode | number }

/** The bytes of characters beyond ASCII in GB18030, as the platform only decodes it. */
export const gbk = {
  客户: Buffer.from('bfcdbba7', 'hex'),
  电话: Buffer.from('b5e7bbb0', 'hex'),
}

export function file(name: string, outcome: ErrorCode | number, make: () => Buffer | string): HostileFile {
  return { name, make, outcome }
}
