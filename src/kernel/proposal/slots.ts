import { peopleWithRole } from '../access/people.ts'
import { deputiesOf, superiorOf } from '../access/superiors.ts'
import type { Context } from '../context.ts'
import type { ApprovalRule, ApprovalStep } from '../object/approval-rule.ts'
import type { PendingChange } from '../object/hooks.ts'
import type { ObjectType } from '../object/object-type.ts'
import { holdsOf, isEmpty } from '../record/requirements.ts'

/** A place for one signature, which any of these people fills. `blind`: by keying this field again, unseen, and in no other way. */
export type Slot = { key: string; people: readonly string[]; blind?: string }

/** A signature that has been given: in which step, and what it filled there. */
export type Signature = { place: number; marks: readonly string[] }

type Asked = { change: PendingChange; maker: string | null }

/** What several rules ask for together, step by step: where each wants any one, it is one who meets all of them. */
export async function stepsBy(
  ctx: Context,
  type: ObjectType,
  rules: readonly ApprovalRule[],
  { change, maker }: Asked,
): Promise<readonly (readonly Slot[])[]> {
  const steps: (readonly Slot[])[] = []
  for (const rule of rules) {
    const holding = rule.steps.filter(({ when }) => !when || isCase(ctx, type, when, change))
    for (const [place, step] of holding.entries())
      steps[place] = together(
        steps[place],
        rule.keyed
          ? blindSlots(keyedFields(rule, change), await namedBy(ctx, step, maker))
          : await slotsOf(ctx, step, maker),
      )
  }
  return steps
}

/** What several changes ask for together, as several rules do for one. */
export function stepsTogether(lists: readonly (readonly (readonly Slot[])[])[]): readonly (readonly Slot[])[] {
  const steps: (readonly Slot[])[] = []
  for (const list of lists) for (const [place, slots] of list.entries()) steps[place] = together(steps[place], slots)
  return steps
}

/** What of a change is keyed again; nobody keys nothing. */
export function keyedFields({ fields }: ApprovalRule, { fields: changed, after }: PendingChange): string[] {
  return changed.filter((field) => fields.includes(field) && !isEmpty(after?.[field]))
}

const keyed = 'keyed:'

function blindSlots(fields: readonly string[], people: readonly string[]): Slot[] {
  return fields.map((field) => ({ key: `${keyed}${field}`, people, blind: field }))
}

/** Where somebody has keyed another value, others see both and decide. */
export function withDisputes(
  slots: readonly Slot[],
  { disputed, resolvers }: { disputed: readonly string[]; resolvers: readonly string[] },
): readonly Slot[] {
  return slots.map((slot) => (disputed.includes(slot.key) ? { key: slot.key, people: resolvers } : slot))
}

/** Whether all that is missing is to be keyed. */
export const isToKey = (slots: readonly Slot[]): boolean => slots.length > 0 && slots.every(({ blind }) => blind)

export const isKeyed = ({ key }: Slot): boolean => key.startsWith(keyed)

/** Whether a record is such a one before or after the change. */
export function isCase(
  ctx: Context,
  type: ObjectType,
  when: NonNullable<ApprovalRule['when']>,
  { before, after }: PendingChange,
): boolean {
  return [before, after].some((values) => values && holdsOf(ctx, type, when, values))
}

const anyOf = 'any'

function together(known: readonly Slot[] | undefined, more: readonly Slot[]): readonly Slot[] {
  if (!known) return more
  const met = known.map((slot) => {
    const same = more.find(({ key }) => key === slot.key)
    return same && slot.key === anyOf ? { ...slot, people: slot.people.filter((id) => same.people.includes(id)) } : slot
  })
  return [...met, ...more.filter(({ key }) => !known.some((slot) => slot.key === key))]
}

/** Whom a step names, in whichever place, and who stands in for them; never the maker. */
export async function namedBy(ctx: Context, step: ApprovalStep, maker: string | null): Promise<string[]> {
  return [...new Set((await slotsOf(ctx, step, maker)).flatMap(({ people }) => people))]
}

/** Who is away is stood in for, also as one who signs. */
async function slotsOf(
  ctx: Context,
  { all, superior, roles, people }: ApprovalStep,
  maker: string | null,
): Promise<readonly Slot[]> {
  const leading = superior && maker ? await superiorOf(ctx, maker) : undefined
  const holders = async (asked: readonly string[]): Promise<string[]> =>
    asked.length ? (await peopleWithRole(ctx, asked, { apartFrom: maker ?? undefined })).map(({ id }) => id) : []
  const withDeputies = async (named: readonly string[]): Promise<string[]> => {
    const others = named.filter((id) => id !== maker)
    return [...others, ...(await deputiesOf(ctx, others))]
  }
  if (!all) {
    const named = await withDeputies([...people, ...(leading ? [leading.id] : [])])
    return [{ key: anyOf, people: [...new Set([...named, ...(await holders(roles))])] }]
  }
  const slots: Slot[] = superior ? [{ key: 'superior', people: await withDeputies(leading ? [leading.id] : []) }] : []
  for (const role of roles) slots.push({ key: `role:${role}`, people: await holders([role]) })
  for (const person of people) slots.push({ key: person, people: await withDeputies([person]) })
  return slots
}

/** Where a request stands on its way: which signatures its step still waits for. */
export type Open = { place: number; slots: readonly Slot[]; isLast: boolean; of: number }

/** Signatures given stay given. Where rules of late ask for fewer steps than were signed, the last is signed anew. */
export function openAt(steps: readonly (readonly Slot[])[], given: readonly Signature[]): Open {
  const isFilled = (place: number, { key }: Slot): boolean =>
    given.some((one) => one.place === place && one.marks.includes(key))
  const left = steps.map((slots, place) => slots.filter((slot) => !isFilled(place, slot)))
  const next = left.findIndex((slots) => slots.length > 0)
  const place = next === -1 ? Math.max(steps.length - 1, 0) : next
  const slots = (next === -1 ? steps[place] : left[place]) ?? []
  return { place, slots, isLast: place >= steps.length - 1, of: steps.length }
}

/** How many people have to sign yet, at the least, as one fills all places of their own; what is to be keyed again waits for no signature. */
export function peopleLeft({ slots }: Open): number {
  let count = 0
  let left = slots.filter(({ blind }) => !blind)
  while (left.length) {
    const places = (person: string): number => left.filter(({ people }) => people.includes(person)).length
    const [first] = left.flatMap(({ people }) => people).toSorted((one, other) => places(other) - places(one))
    const [alone] = left
    left = left.filter((slot) => (first ? !slot.people.includes(first) : slot !== alone))
    count++
  }
  return count
}

/** What the signature of one person fills; of whoever was called in, the first that is missing, or all that nobody keys in time. */
export function marksOf({ slots }: Open, person: string): string[] {
  const own = slots.filter(({ people, blind }) => !blind && people.includes(person))
  const unkeyed = slots.filter(isKeyed)
  return (own.length ? own : unkeyed.length ? unkeyed : slots.slice(0, 1)).map(({ key }) => key)
}
