import { localDate } from '#field-types'
import { type Context, type Follower, taskTimes, type Values } from '#kernel'
import { tell } from '#modules/notifications'
import { task } from '#objects'
import { addWorkingDays } from '#shared/working-days'
import { appraisal } from './appraisal.ts'

const why = 'follow an appraisal'
const dayMs = 86_400_000

/** Days in which each has their say. */
const turns = {
  writing: { whose: 'manager', days: 10 },
  shown: { whose: 'owner', days: 7 },
  appealed: { whose: 'superior', days: 10 },
} as const

/** Whose turn it is has it as a task, and is told; of the end, those who had their say before. */
export const followAppraisal: Follower = {
  fields: ['name', 'state', 'owner', 'manager', 'superior', 'decision'],
  follow: async (ctx, { action, records }) => {
    if (action !== 'create' && action !== 'update') return
    for (const { id, before, after } of records) {
      const [was, is] = [before && turnOf(before), after && turnOf(after)]
      if (was?.state === is?.state && was?.assignee === is?.assignee) continue
      tellOf(ctx, id, { before, after, waits: is?.assignee })
      if (was) await settle(ctx, id, was.state === is?.state ? 'dropped' : 'done')
      if (is) await ask(ctx, id, is)
    }
  },
}

type Turn = { state: string; title: string; assignee: string; days: number }

function turnOf(values: Values): Turn | null {
  const { state, name } = values
  if (state !== 'writing' && state !== 'shown' && state !== 'appealed') return null
  const { whose, days } = turns[state]
  const assignee = values[whose]
  return typeof assignee === 'string' ? { state, title: String(name), assignee, days } : null
}

type Told = { before: Values | null; after: Values | null; waits: string | undefined }

function tellOf(ctx: Context, record: string, { before, after, waits }: Told): void {
  const about = { object: appraisal.name, record } as const
  const detail = String(after?.state)
  if (waits) tell(ctx, { ...about, kind: 'appraisal_waiting', readers: [waits], detail })
  if (detail !== 'closed') return
  const wasAppealed = before?.state === 'appealed'
  const readers = [after?.manager, ...(wasAppealed ? [after?.owner] : [])].filter((id) => typeof id === 'string')
  tell(ctx, { ...about, kind: 'appraisal_told', readers, detail: wasAppealed ? String(after?.decision) : detail })
}

async function ask(ctx: Context, record: string, { title, assignee, days }: Turn): Promise<void> {
  const { calendar, timeZone } = ctx.kernel.settings
  const day = localDate(new Date(ctx.now().getTime() + days * dayMs), timeZone)
  const dueOn = addWorkingDays(calendar, day, 0) ?? day
  await ctx
    .asSystem(why)
    .recordsNamed(task.name)
    .create({ title, assignee, ...taskTimes(ctx, dueOn), assigner: ctx.actor.id, kind: 'appraisal', appraisal: record })
}

async function settle(ctx: Context, record: string, state: 'done' | 'dropped'): Promise<void> {
  const tasks = ctx.asSystem(why).recordsNamed(task.name)
  const { items } = await tasks.list({
    where: { appraisal: record, state: 'open' },
    limit: 20,
    uncounted: true,
    fields: ['state'],
  })
  for (const { id } of items) await tasks.update(id, { state })
}
