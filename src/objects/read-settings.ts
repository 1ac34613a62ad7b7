import type { Context, Settings } from '#kernel'
import { usualWeek, type WorkingCalendar } from '#shared/working-days'
import { company } from './company.ts'
import { completionOf } from './completion-fields.ts'
import { holiday } from './holiday.ts'

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
  const [logo] = Array.isArray(values.logo) ? values.logo : []
  return {
    ...Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined)),
    threeOfficers: values.threeOfficers === true,
    look: {
      name: text('name') ?? null,
      accent: text('accent') ?? null,
      signInText: text('signInText') ?? null,
      logo: typeof logo === 'string' ? logo : null,
    },
    completion: completionOf(values),
    calendar: { week: weekOf(values.workWeek), exceptions: await readHolidays(ctx) },
    ...(typeof values.exportBound === 'number' ? { exportBound: values.exportBound } : {}),
  }
}

const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

function weekOf(chosen: unknown): readonly number[] {
  if (!Array.isArray(chosen)) return usualWeek
  return days.flatMap((day, index) => (chosen.includes(day) ? [index + 1] : []))
}

/** Enough for several years; nobody counts from what lies further back. */
const mostHolidays = 200

async function readHolidays(ctx: Context): Promise<WorkingCalendar['exceptions']> {
  const { items } = await ctx.records(holiday).list({ sort: '-from', limit: mostHolidays, uncounted: true })
  return items.toReversed().map(({ values }) => {
    const from = String(values.from)
    return {
      name: String(values.name),
      works: values.works === 'on',
      from,
      until: typeof values.until === 'string' ? values.until : from,
    }
  })
}

function isTimeZone(text: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: text })
    return true
  } catch {
    return false
  }
}
