import { randomInt } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import {
  type Context,
  type EntryWay,
  entryWays,
  type Follower,
  holdsOf,
  type KeyedAgain,
  type ObjectType,
  type ProposedOperation,
  startUnlessWaiting,
  type Values,
  type WrittenRecord,
} from '#kernel'
import { customer } from '#objects'
import { followFile } from './follow-file.ts'
import { house, keyingJobKind, why } from './give-out.ts'
import { secondEntry } from './second-entry.ts'
import { settleTasks } from './tasks.ts'

/** What somebody enters is to be keyed again where a rule says so; another value takes the place of what still waited. */
export const demandKeying: Follower = {
  whole: true,
  follow: async (ctx, { object, action, records }) => {
    const type = ctx.type(object)
    if (!type.keyedAgain.length || (type.parent?.object ?? type.name) !== customer.name) return
    if (type.name === customer.name) await followFile(ctx, { action, records })
    for (const record of action === 'create' || action === 'restore' ? [] : records)
      await dropSuperseded(ctx, type, record)
    const inputs = records.flatMap((record) => demandsOf(ctx, type, { action, record }))
    if (!inputs.length) return
    await ctx
      .asSystem(why)
      .records(secondEntry)
      .createMany(inputs.map((input) => ({ input })))
    await startUnlessWaiting(house(ctx), keyingJobKind, {})
  },
}

type Written = { action: ProposedOperation; record: WrittenRecord }

function demandsOf(ctx: Context, type: ObjectType, { action, record }: Written) {
  const { id, before, after } = record
  const way = wayOf(ctx)
  const { id: enteredBy } = ctx.actor
  // What the product writes by itself nobody has typed; what a request brings was seen by two, but keyed by its maker alone.
  if (!after || !way || !enteredBy || ctx.systemReason || isOwnSuggestion(ctx)) return []
  const entered = changedBetween(before, after).filter((field) => !isEmpty(after[field]))
  const fields = type.keyedAgain
    .filter((rule) => !rule.holds && isAsked(ctx, type, rule, { action, values: after, way }))
    .flatMap((rule) => entered.filter((field) => rule.fields.includes(field) && randomInt(whole) < rule.share))
  const same = { customer: fileOf(type, record), object: type.name, record: id, state: 'waiting' } as const
  const enteredAt = ctx.now().toISOString()
  return [...new Set(fields)].map((field) => ({ ...same, field, enteredBy, enteredAt, way }))
}

const whole = 100

/** Of a person's work that runs behind the answer, lists alone write values. */
export function wayOf({ channel }: Context): EntryWay | undefined {
  return channel === 'job' ? 'import' : entryWays.find((one) => one === channel)
}

/** A value that one has suggested and another agreed to is decided already. */
const isOwnSuggestion = ({ approver, actor }: Context): boolean => approver !== null && approver.id === actor.id

function isAsked(
  ctx: Context,
  type: ObjectType,
  { operations, when, exempt, ways }: KeyedAgain,
  { action, values, way }: { action: ProposedOperation; values: Values; way: EntryWay },
): boolean {
  if (!operations.includes(action) || (ways.length && !ways.includes(way))) return false
  if (exempt.some((role) => ctx.actor.roles.includes(role))) return false
  return !when || holdsOf(ctx, type, when, values)
}

const stillToKey = ['waiting', 'open'] as const

async function dropSuperseded(ctx: Context, type: ObjectType, { id, before, after }: WrittenRecord): Promise<void> {
  const fields = after ? changedBetween(before, after) : [...type.fields.keys()]
  const asked = fields.filter((field) => type.keyedAgain.some((rule) => rule.fields.includes(field)))
  if (!asked.length) return
  const entries = ctx.asSystem(why).records(secondEntry)
  // What differs ends as its request does, whose value may be the one that is being written.
  const ends = isOwnSuggestion(ctx) ? [] : [{ state: 'differs', held: false } as const]
  const state = { or: [{ state: { in: stillToKey } }, ...ends] }
  const where = { object: type.name, record: id, field: { in: asked }, ...state }
  const { items } = await entries.list({ where, limit: 200, uncounted: true, fields: ['todo'] })
  for (const each of items) await entries.update(each.id, { state: 'dropped' }, { reason: why })
  await settleTasks(
    ctx,
    items.map(({ values }) => values.todo),
  )
}

function changedBetween(before: Values | null, after: Values): string[] {
  return Object.keys(after).filter((field) => !isDeepStrictEqual(before?.[field] ?? null, after[field] ?? null))
}

function fileOf({ parent }: ObjectType, { id, after }: WrittenRecord): string {
  return parent ? String(after?.[parent.field]) : id
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
}
