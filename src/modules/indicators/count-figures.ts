import { instantOf } from '#field-types'
import { type Context, countFacts, countUpdates, countWork, medianAges, type Share, type Span } from '#kernel'
import { secondEntry } from '#modules/double-entry'
import { reviewItem } from '#modules/reviews'
import { customer } from '#objects'
import type { CalendarPeriod } from '#shared/calendar-period'
import { type Figures, figureFacts } from '#shared/figures'

const confirmations = [
  { object: reviewItem.name, at: 'doneAt', by: 'doneBy' },
  { object: secondEntry.name, at: 'keyedAt', by: 'keyedBy', good: { field: 'state', value: 'same' } },
] as const

/** Counts a period from what happened in it, for everybody of whom anything is known. Of one that runs, up to now. */
export async function countFigures(ctx: Context, period: CalendarPeriod): Promise<ReadonlyMap<string, Figures>> {
  const span = spanOf(ctx, period)
  const now = ctx.now().toISOString()
  const past = { from: span.from, until: span.until < now ? span.until : now }
  const type = ctx.type(customer.name)
  const [checks, complete, tasks, updates, ages, work] = [
    await countFacts(ctx, Object.values(figureFacts.accuracy), span),
    await countFacts(ctx, Object.values(figureFacts.completeness), span),
    await countFacts(ctx, Object.values(figureFacts.timeliness), past),
    await countUpdates(ctx, type, 'owner', past),
    await medianAges(ctx, type, { owner: 'owner', by: confirmations, at: past.until }),
    await countWork(ctx, span),
  ]
  const people = new Set([checks, complete, tasks, updates, ages, work].flatMap((counted) => [...counted.keys()]))
  return new Map([...people].map((id) => [id, figuresOf(id, { checks, complete, tasks, updates, ages, work })]))
}

type Counted = Record<'checks' | 'complete' | 'tasks' | 'updates', ReadonlyMap<string, Share>> &
  Record<'ages' | 'work', ReadonlyMap<string, number>>

const nothing: Share = { of: 0, good: 0 }

function figuresOf(id: string, { checks, complete, tasks, updates, ages, work }: Counted): Figures {
  const [check, whole, task, update] = [checks, complete, tasks, updates].map((counted) => counted.get(id) ?? nothing)
  return {
    checked: check?.of ?? 0,
    right: check?.good ?? 0,
    files: whole?.of ?? 0,
    complete: whole?.good ?? 0,
    tasks: task?.of ?? 0,
    onTime: task?.good ?? 0,
    updatesDue: update?.of ?? 0,
    updated: update?.good ?? 0,
    age: ages.get(id) ?? null,
    work: work.get(id) ?? 0,
  }
}

function spanOf(ctx: Context, { from, until }: Pick<CalendarPeriod, 'from' | 'until'>): Span {
  const { timeZone } = ctx.kernel.settings
  const midnight = (text: string): string => {
    const [year = 0, month = 1, day = 1] = text.split('-').map(Number)
    return instantOf({ year, month, day, hour: 0, minute: 0, second: 0, ms: 0 }, timeZone).toISOString()
  }
  return { from: midnight(from), until: midnight(until) }
}
