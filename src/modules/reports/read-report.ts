import { z } from 'zod'
import type { Context, TrailQuery } from '#kernel'
import type { Period, Schedule } from './due.ts'

const absent = z
  .string()
  .nullish()
  .transform((text) => text ?? undefined)
const several = z
  .array(z.string())
  .nullish()
  .transform((items) => items ?? [])
const shape = z.object({
  id: z.string(),
  name: z.string(),
  rhythm: z.enum(['daily', 'weekly', 'monthly']),
  hour: z.number(),
  period: z.enum(['day', 'week', 'month']),
  addressees: several,
  active: z.boolean().nullish(),
  nextDue: absent,
  owner: absent,
  person: absent,
  actions: several,
  result: absent,
  file: absent,
  words: absent,
  address: absent,
})

/** A report as its record says it. */
export type Report = {
  id: string
  name: string
  period: Period
  schedule: Schedule
  /** Ids of those it goes to. */
  readers: readonly string[]
  active: boolean
  nextDue: string | undefined
  query: TrailQuery
}

export function readReport(ctx: Context, record: unknown): Report {
  const { id, name, rhythm, hour, period, active, nextDue, addressees, owner, ...rest } = shape.parse(record)
  const { person: actor, actions, result, file, words: reason, address: ip } = rest
  return {
    id,
    name,
    period,
    schedule: { rhythm, hour, timeZone: ctx.kernel.settings.timeZone },
    readers: addressees.length || owner === undefined ? addressees : [owner],
    active: active === true,
    nextDue,
    query: { actor, action: actions.length ? actions : undefined, result, file, reason, ip },
  }
}

/** When it is due, by the clocks of the company; undefined where the values do not say. */
export function scheduleOf({ kernel }: Context, values: unknown): Schedule | undefined {
  const { data } = shape.pick({ rhythm: true, hour: true }).safeParse(values)
  return data && { ...data, timeZone: kernel.settings.timeZone }
}
