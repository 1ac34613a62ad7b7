import type { Context, Follower, Values } from '#kernel'
import { task } from '#objects'

const why = 'follow an improvement'

/** Who has to do something about an improvement has it as a task: its owner until it is done, its checker on the day. */
export const followImprovement: Follower = {
  fields: ['title', 'stage', 'round', 'owner', 'dueOn', 'checker', 'checkOn'],
  follow: async (ctx, { action, records }) => {
    for (const { id, before, after } of records) {
      if (action !== 'create' && action !== 'update') continue
      if (!after) continue
      const [was, is] = [before && wantedOf(before), wantedOf(after)]
      const isSame = was?.of === is?.of
      if (was && !isSame) await settle(ctx, id, after.stage === 'dropped' ? 'dropped' : 'done')
      if (is && !isSame) await ask(ctx, id, is)
      if (is && isSame) await move(ctx, id, is)
    }
  },
}

type Wanted = { of: string; input: Values }

function wantedOf({ title, stage, round, owner, dueOn, checker, checkOn }: Values): Wanted | null {
  const isChecked = stage === 'check'
  const [assignee, day] = isChecked ? [checker, checkOn] : [owner, dueOn]
  if (!['plan', 'do', 'check'].includes(String(stage)) || typeof assignee !== 'string' || !day) return null
  return { of: `${String(round)} ${isChecked}`, input: { title, assignee, dueAt: `${String(day)} 18:00` } }
}

async function ask(ctx: Context, improvement: string, { input }: Wanted): Promise<void> {
  await ctx
    .asSystem(why)
    .recordsNamed(task.name)
    .create({ ...input, assigner: ctx.actor.id, improvement })
}

async function move(ctx: Context, improvement: string, { input }: Wanted): Promise<void> {
  for (const id of await open(ctx, improvement)) await ctx.asSystem(why).recordsNamed(task.name).update(id, input)
}

async function settle(ctx: Context, improvement: string, state: 'done' | 'dropped'): Promise<void> {
  for (const id of await open(ctx, improvement)) await ctx.asSystem(why).records(task).update(id, { state })
}

async function open(ctx: Context, improvement: string): Promise<string[]> {
  const where = { improvement, state: 'open' }
  const { items } = await ctx
    .asSystem(why)
    .recordsNamed(task.name)
    .list({ where, limit: 20, uncounted: true, fields: ['state'] })
  return items.map(({ id }) => id)
}
