import { AppError } from '#shared/app-error'
import { requireDuty } from '../access/duties.ts'
import { requireFreshProof } from '../access/fresh-proof.ts'
import { auditRow } from '../audit/audit-row.ts'
import type { Context } from '../context.ts'
import type { KeySecrets } from './key-file.ts'
import { sheetsOf } from './recovery-sheet.ts'

/** What is left to do about the recovery sheets: have them shown, or say that both are kept. */
export type SheetsDue = 'show' | 'keep'

export function sheetsDue({ sheetShownAt, sheetKeptAt }: KeySecrets): SheetsDue | null {
  if (!sheetShownAt) return 'show'
  return sheetKeptAt ? null : 'keep'
}

/** The same for whoever keeps the keys; nobody else is to do anything about them. */
export function ownSheetsDue({ actor, kernel }: Context): SheetsDue | null {
  return actor.duties.includes('keys') ? sheetsDue(kernel.keys.secrets()) : null
}

/** The two recovery sheets of the master key, once. */
export async function showSheets(ctx: Context): Promise<{ sheets: [string, string] }> {
  requireDuty(ctx, 'keys')
  requireFreshProof(ctx)
  const { keys } = ctx.kernel
  await keys.changeSecrets((now) => {
    // They hold one index key, and both are needed until the old one has gone.
    if (now.index.length > 1) throw new AppError(409, 'keys.index_renewing')
    if (now.sheetShownAt) throw new AppError(409, 'keys.sheet_shown')
    return { ...now, sheetShownAt: new Date().toISOString(), sheetKeptAt: null }
  })
  await ctx.kernel.audit.write(auditRow(ctx, { action: 'reveal', object: 'master_key' }))
  return { sheets: sheetsOf(keys.secrets()) }
}

/** Somebody answers for it that each of two people keeps one of the sheets. */
export async function confirmSheets(ctx: Context): Promise<void> {
  requireDuty(ctx, 'keys')
  requireFreshProof(ctx)
  await ctx.kernel.keys.changeSecrets((now) => {
    if (!now.sheetShownAt) throw new AppError(409, 'keys.sheet_not_shown')
    return { ...now, sheetKeptAt: new Date().toISOString() }
  })
  await ctx.kernel.audit.write(auditRow(ctx, { action: 'configure', object: 'master_key' }))
}
