/**
 * A small tree that breaks each rule of .dependency-cruiser.cjs once: file, and what it imports.
 * The boundary check must find every one of them, or it is blind.
 * @type {[file: string, imported: string][]}
 */
export const SEEDED_VIOLATIONS = [
  ['src/shared/one.ts', './other.ts'],
  ['src/shared/other.ts', './one.ts'],
  ['src/shared/upward.ts', '#kernel'],
  ['src/shared/disk.ts', 'node:fs'],
  ['src/kernel/index.ts', '../objects/customer.ts'],
  ['src/kernel/inside.ts', '../shared/disk.ts'],
  ['src/field-types/text/storage.ts', '../../objects/customer.ts'],
  ['src/field-types/text/kind.ts', '#kernel'],
  ['src/objects/customer.ts', '#modules/review'],
  ['src/objects/contact.ts', '../kernel/inside.ts'],
  ['src/modules/review/index.ts', '../../server/start.ts'],
  ['src/modules/review/inside.ts', 'pg'],
  ['src/modules/handover/index.ts', '../review/inside.ts'],
  ['src/server/start.ts', './start.test.ts'],
  ['src/server/start.test.ts', 'node:fs'],
  ['src/server/page.ts', 'react'],
  ['src/server/shell.ts', '../web/shell.tsx'],
  ['src/web/shell.tsx', '../objects/customer.ts'],
]
