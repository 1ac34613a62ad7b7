/** A sheet of labels, in millimetres: how many stand beside and below each other, how large, where the first one begins. */
export type Sheet = {
  columns: number
  rows: number
  width: number
  height: number
  left: number
  top: number
  /** Between one column and the next. */
  gap: number
  page: { width: number; height: number }
}

const a4 = { width: 210, height: 297 }

/** Sheets as shops sell them, and a roll with one label after the other. */
export const sheets = {
  '3x8': { columns: 3, rows: 8, width: 70, height: 37, left: 0, top: 0.5, gap: 0, page: a4 },
  '3x7': { columns: 3, rows: 7, width: 63.5, height: 38.1, left: 7.25, top: 15.15, gap: 2.5, page: a4 },
  '2x7': { columns: 2, rows: 7, width: 99.1, height: 38.1, left: 4.65, top: 15.15, gap: 2.5, page: a4 },
  roll: { columns: 1, rows: 1, width: 70, height: 36, left: 0, top: 0, gap: 0, page: { width: 70, height: 36 } },
} as const satisfies Record<string, Sheet>

export type SheetName = keyof typeof sheets

export const sheetNames = ['3x8', '3x7', '2x7', 'roll'] as const satisfies readonly SheetName[]

export function placesOn({ columns, rows }: Sheet): number {
  return columns * rows
}
