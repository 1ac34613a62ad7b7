import type { Context, Settings } from '#kernel'
import { company } from './company.ts'

/** What the company's own record says of all others; what it leaves open is as usual. */
export async function readSettings(ctx: Context): Promise<Partial<Settings>> {
  const { items } = await ctx.records(company).list({ limit: 1, uncounted: true })
  const values = items[0]?.values ?? {}
  const text = (name: string): string | undefined => {
    const value = values[name]
    return typeof value === 'string' && value ? value : undefined
  }
  const zone = text('timeZone')
  const settings = {
    timeZone: zone && isTimeZone(zone) ? zone : undefined,
    currency: text('currency'),
    areaCode: text('areaCode'),
  }
  return {
    ...Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined)),
    threeOfficers: values.threeOfficers === true,
    ...(typeof values.exportBound === 'number' ? { exportBound: values.exportBound } : {}),
  }
}

function isTimeZone(text: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: text })
    return true
  } catch {
    return false
  }
}
