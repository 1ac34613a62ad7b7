import { z } from 'zod'
import type { Context, Purpose } from '#kernel'
import { purpose } from './purpose.ts'

const record = z.object({
  id: z.uuid(),
  values: z.object({ code: z.string(), basis: z.enum(['consent', 'contract', 'statutory', 'public']) }),
})

const most = 200

/** Purposes that are switched on; nobody works under another. */
export async function readPurposes(ctx: Context): Promise<readonly Purpose[]> {
  const { items } = await ctx.records(purpose).list({ where: { active: true }, limit: most, uncounted: true })
  return items.map((item) => {
    const { id, values } = record.parse(item)
    return { id, code: values.code, byConsent: values.basis === 'consent' }
  })
}
