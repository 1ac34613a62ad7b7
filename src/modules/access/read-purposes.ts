import { z } from 'zod'
import type { Context, Purpose } from '#kernel'
import { purpose } from './purpose.ts'

const record = z.object({
  id: z.uuid(),
  values: z.object({
    code: z.string(),
    nameZh: z.string(),
    nameEn: z.string(),
    basis: z.enum(['consent', 'contract', 'statutory', 'public']),
    defaultFor: z.array(z.string()).nullable(),
    noticeZh: z.string().nullable(),
    noticeEn: z.string().nullable(),
    noticeVersion: z.number().nullable(),
    oldestNotice: z.number().nullable(),
  }),
})

const most = 200

/** Purposes that are switched on; nobody works under another. */
export async function readPurposes(ctx: Context): Promise<readonly Purpose[]> {
  const { items } = await ctx
    .records(purpose)
    .list({ where: { active: true }, sort: 'code', limit: most, uncounted: true })
  return items.map((item) => {
    const { id, values } = record.parse(item)
    const { code, nameZh, nameEn, basis, defaultFor, noticeZh, noticeEn, noticeVersion, oldestNotice } = values
    return {
      id,
      code,
      label: { zh: nameZh, en: nameEn },
      byConsent: basis === 'consent',
      defaultFor: defaultFor ?? [],
      notice: { texts: { zh: noticeZh, en: noticeEn }, version: noticeVersion ?? 0, oldest: oldestNotice ?? 0 },
    }
  })
}
