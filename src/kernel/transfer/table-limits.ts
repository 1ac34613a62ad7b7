const MEBIBYTE = 1024 * 1024

/** How much one file may ask of the server. */
export const tableLimits = {
  fileBytes: 200 * MEBIBYTE,
  columns: 1_000,
  rows: 2_000_000,
  cellCharacters: 100_000,
  /** A line longer than this has an open quotation mark, as good as always. */
  recordCharacters: 1_000_000,
  zipEntries: 2_000,
  unpackedBytes: 600 * MEBIBYTE,
  /** Unpacked size against packed size; small packages may exceed it. */
  zipRatio: 120,
  zipRatioFrom: 10 * MEBIBYTE,
  sharedCharacters: 100_000_000,
  workbookHeapMebibytes: 512,
  workbookSeconds: 120,
} as const
