import { z } from 'zod'
import {
  type Context,
  changesSince,
  chaseProposals,
  type Person,
  peopleByIds,
  peopleWithDuty,
  readSetting,
  survey,
  takeTurn,
  trailPlace,
  writeSetting,
} from '#kernel'
import { customer, task } from '#objects'
import { sendDigests } from './digests.ts'
import { keepNotice } from './keep-notice.ts'
import { notification } from './notification.ts'
import { inShort, type Tiding, tellJobKind } from './tell.ts'

const settingName = 'notifications'
const place = z.object({
  trail: trailPlace.optional(),
  upTo: z.string().optional(),
  digest: z.string().optional(),
})

/**
 * What the clock tells: tasks whose time has come, and what others have done to one's customers since it last looked, each customer
 * once. How far it has come is kept with what it tells, so that nothing is told twice and nothing is left out.
 */
export async function tick(ctx: Context): Promise<void> {
  if (await tellOfLate(ctx)) await chaseProposals(ctx)
}

/** True with the first look of an hour. */
async function tellOfLate(ctx: Context): Promise<boolean> {
  return ctx.transaction(async (tx) => {
    await takeTurn(tx.db, tellJobKind)
    const { trail: last, upTo, digest } = place.parse((await readSetting(tx.db, settingName)) ?? {})
    const { place: trail, files, alarms } = await changesSince(tx.db, last)
    const now = tx.now().toISOString()
    const none = { actor: null, object: null, record: null, detail: null, count: 1, at: now }
    const told = [
      ...(upTo ? await dueTasks(tx, upTo, now) : []),
      ...(await changedCustomers(tx, files)),
      ...(alarms > 0 ? [{ kind: 'security' as const, readers: await watchers(tx), count: alarms }] : []),
    ]
    for (const tiding of inShort(told.map((each) => ({ ...none, ...each })))) await tellAll(tx, tiding)
    await writeSetting(tx.db, settingName, { trail, upTo: now, digest: await sendDigests(tx, digest) })
    return hourOf(now) !== hourOf(upTo)
  })
}

const hourOf = (moment = ''): string => moment.slice(0, 13)

type Told = Partial<Tiding> & Pick<Tiding, 'kind' | 'readers'>

async function tellAll(ctx: Context, tiding: Tiding): Promise<void> {
  const people: Person[] = await peopleByIds(ctx, tiding.readers ?? [])
  for (const person of people) await keepNotice(ctx, person, tiding)
}

/** Open tasks of which somebody wanted to be reminded, or which are due, in a span of time. */
async function dueTasks(ctx: Context, after: string, upTo: string): Promise<Told[]> {
  const within = { gt: after, lte: upTo }
  const tasks = await survey(ctx, ctx.type(task.name), {
    where: { state: 'open', assignee: { empty: false }, or: [{ dueAt: within }, { remindAt: within }] },
    fields: ['assignee', 'dueAt', 'appraisal'],
  })
  return tasks.map(({ id, values: { assignee, dueAt, appraisal } }) => ({
    ...(typeof appraisal === 'string'
      ? { kind: 'appraisal_waiting', object: 'appraisal', record: appraisal }
      : { kind: 'task_due', object: task.name, record: id }),
    readers: [String(assignee)],
    detail: typeof dueAt === 'string' && Date.parse(dueAt) <= Date.parse(upTo) ? 'due' : 'reminder',
  }))
}

type FileChange = Awaited<ReturnType<typeof changesSince>>['files'][number]

/** The owner of a customer is told what others have done there, but for what the same person has told them already. */
async function changedCustomers(ctx: Context, files: readonly FileChange[]): Promise<Told[]> {
  const ids = [...new Set(files.map(({ file }) => file))]
  if (!ids.length) return []
  const customers = await survey(ctx, ctx.type(customer.name), {
    where: { id: { in: ids }, owner: { empty: false } },
    fields: ['owner'],
  })
  const owners = new Map(customers.map(({ id, values }) => [id, String(values.owner)]))
  const told = await survey(ctx, ctx.type(notification.name), {
    where: { record: { in: ids }, kind: { ne: 'customer_changed' }, readAt: { empty: true } },
    fields: ['record', 'reader', 'actor'],
  })
  const known = new Set(told.map(({ values }) => [values.record, values.reader, values.actor].join()))
  return files.flatMap(({ file: record, actor, changes: count }) => {
    const owner = owners.get(record)
    if (!owner || owner === actor || known.has([record, owner, actor].join())) return []
    return [{ kind: 'customer_changed', readers: [owner], actor, object: customer.name, record, count }]
  })
}

async function watchers(ctx: Context): Promise<string[]> {
  return (await peopleWithDuty(ctx, ['trail'])).map(({ id }) => id)
}
