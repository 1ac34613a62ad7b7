import { requireDuty } from '../access/duties.ts'
import { requireFreshProof } from '../access/fresh-proof.ts'
import { auditRow } from '../audit/audit-row.ts'
import type { Context } from '../context.ts'
import { sql } from '../query/sql.ts'
import { registerMaster } from './first-keys.ts'
import { voidSheets } from './key-file.ts'
import { levelMeaning, readLevelKeys } from './level-keys.ts'
import { makeMasterSecret, masterOf } from './master-key.ts'

/**
 * A new master pair. The file holds both before the database knows of the new one, and loses the old one after all level
 * keys are wrapped anew: after a kill at any point file and database fit, and the next rotation clears up.
 */
export async function rotateMaster(ctx: Context): Promise<{ fingerprint: string }> {
  requireDuty(ctx, 'keys')
  requireFreshProof(ctx)
  const { keys } = ctx.kernel
  await keys.reread()
  const secret = makeMasterSecret()
  const master = masterOf(secret)
  await keys.changeSecrets((now) => ({ ...now, masters: [secret, ...now.masters], ...voidSheets }))
  await ctx.transaction(async (tx) => {
    await tx.db.rows(sql`update master_key set retired_at = now() where retired_at is null`)
    await registerMaster(tx.db, keys.house, master)
    for (const { id, level, year } of await readLevelKeys(tx.db)) {
      const key = keys.levelKeys.find(id)
      if (!key) throw new Error(`Level key ${id} is not known`)
      const wrapped = await master.wrap(key, levelMeaning(keys.house, level, year))
      await tx.db.rows(sql`update level_key set master = ${master.fingerprint}, wrapped = ${wrapped} where id = ${id}`)
    }
    await tx.kernel.audit.write(auditRow(tx, { action: 'rotate', object: 'master_key' }))
  })
  await keys.changeSecrets((now) => ({ ...now, masters: [secret] }))
  return { fingerprint: master.fingerprint }
}
