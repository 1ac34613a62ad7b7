import { type Context, type Follower, taskTimes, type Values } from '#kernel'
import { task } from '#objects'
import { meetingAction } from './meeting-action.ts'

const why = 'follow an action item'

/** Each action item is a task of whoever does it, and changes with it until the minutes are confirmed. */
export const followAction: Follower = {
  fields: ['title', 'assignee', 'dueOn'],
  follow: async (ctx, { action, records }) => {
    for (const { id, before, after } of records) {
      if (action === 'create' && after) await makeTask(ctx, id, after)
      if (action === 'update' && before && after) await changeTask(ctx, id, { before, after })
    }
  },
}

async function makeTask(ctx: Context, id: string, values: Values): Promise<void> {
  await ctx
    .asSystem(why)
    .recordsNamed(task.name)
    .create({ ...inputOf(ctx, values), assigner: ctx.actor.id, meetingAction: id })
}

async function changeTask(ctx: Context, id: string, { before, after }: { before: Values; after: Values }) {
  const was = inputOf(ctx, before)
  const patch = Object.fromEntries(Object.entries(inputOf(ctx, after)).filter(([field, value]) => was[field] !== value))
  const tasks = ctx.asSystem(why).recordsNamed(task.name)
  const { items } = await tasks.list({ where: { meetingAction: id }, limit: 1, uncounted: true, fields: ['state'] })
  for (const one of items) await tasks.update(one.id, patch)
}

function inputOf(ctx: Context, { title, assignee, dueOn }: Values): Values {
  return { title, assignee, ...taskTimes(ctx, String(dueOn)) }
}

/** All who met see how the task stands, and the next meeting with them. */
export const followTask: Follower = {
  fields: ['state', 'meetingAction'],
  follow: async (ctx, { action, records }) => {
    if (action === 'create') return
    for (const { before, after } of records) {
      const { meetingAction: id, state } = after ?? { ...before, state: 'dropped' }
      if (typeof id === 'string' && isState(state)) await ctx.asSystem(why).records(meetingAction).update(id, { state })
    }
  },
}

function isState(state: unknown): state is 'open' | 'done' | 'dropped' {
  return state === 'open' || state === 'done' || state === 'dropped'
}
