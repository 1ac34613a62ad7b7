import { z } from 'zod'
import { auditRow, type Context, type Runner, readSetting, requireDuty, requireFreshProof, writeSetting } from '#kernel'

const name = 'emergency'

/** Whether the company allows emergency access; it does until somebody with the duty says otherwise. */
export const emergencySetting = z.strictObject({ allowed: z.boolean().default(true) })
type EmergencySetting = z.infer<typeof emergencySetting>

export async function readEmergencySetting(db: Runner): Promise<EmergencySetting> {
  return emergencySetting.parse((await readSetting(db, name)) ?? {})
}

export async function changeEmergencySetting(ctx: Context, setting: EmergencySetting): Promise<EmergencySetting> {
  requireDuty(ctx, 'roles')
  requireFreshProof(ctx)
  await writeSetting(ctx.db, name, setting)
  const facts = { action: 'configure', object: 'setting', fields: ['allowed'] } as const
  await ctx.kernel.audit.write(auditRow(ctx, { ...facts, detail: { setting: name, to: JSON.stringify(setting) } }))
  return setting
}
