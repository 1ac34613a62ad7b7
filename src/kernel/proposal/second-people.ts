import { type Person, standingsOf } from '../access/people.ts'
import { peopleByIds } from '../access/readers.ts'
import type { Level } from '../access/role.ts'
import type { Context } from '../context.ts'
import type { ApprovalStep } from '../object/approval-rule.ts'
import type { ObjectType } from '../object/object-type.ts'
import { namedBy } from './slots.ts'

export type SecondPerson = Person & { cleared: Level }

/**
 * Who may do once more what one person has done: whom the step names, never that person, and each as they stand without what that
 * person has given them; with a right to read such records at all.
 */
export async function secondPeople(
  ctx: Context,
  type: ObjectType,
  { step, first }: { step: ApprovalStep; first: string },
): Promise<SecondPerson[]> {
  return ableAmong(ctx, type, { named: await namedBy(ctx, step, first), first })
}

export async function ableAmong(
  ctx: Context,
  type: ObjectType,
  { named, first }: { named: readonly string[]; first: string },
): Promise<SecondPerson[]> {
  const people = await peopleByIds(
    ctx,
    named.filter((id) => id !== first),
  )
  const standings = await standingsOf({ ...ctx.kernel, db: ctx.db }, people, { apartFrom: first })
  return people.flatMap((person) => {
    const standing = standings.get(person.id)
    return standing?.reach(type, 'read') ? [{ ...person, cleared: standing.clearance }] : []
  })
}
