import type { Place } from '../crypto/codec.ts'

/** The cells of a row may hold values of every level. */
export const cellsLevel = 3

export function rowPlace(importId: string, row: number): Place {
  return { object: 'import', record: `${importId} ${row}`, field: 'cells', copy: 'import' }
}
