import { type Context, fieldAccess, mayWrite, type ObjectType, superiorOf } from '#kernel'
import { customer } from '#objects'

type Confirmable = ObjectType['stored'][number]

/** What people know of themselves and can read and type; tiers, stages, owners and remarks are the house's own. */
const kinds: ReadonlySet<string> = new Set([
  'company_name',
  'person_name',
  'text',
  'phone',
  'email',
  'url',
  'region',
  'address',
  'birthday',
  'credit_code',
])

/** Above it values leave the house by no link, not even as masks. */
const highestLevel = 2

/** The fields about which the actor may ask a customer. */
export function confirmableFields(ctx: Context): Confirmable[] {
  const type = ctx.type(customer.name)
  return type.stored.filter(
    (bound) =>
      kinds.has(bound.field.kind) &&
      bound.field.level <= highestLevel &&
      !bound.field.readOnly &&
      !bound.field.rollup &&
      !bound.field.hidden &&
      fieldAccess(ctx, type, bound) !== 'hidden' &&
      mayWrite(ctx, type, bound),
  )
}

/** Who may agree to what a customer answers: whose file it is and who leads them, never who has sent the link. */
export async function agreeing(ctx: Context, owner: unknown, sender: string): Promise<string[]> {
  const people: string[] = []
  for (const id of [owner, sender]) {
    if (typeof id !== 'string') continue
    const leading = await superiorOf(ctx, id)
    people.push(...(id === owner ? [id] : []), ...(leading ? [leading.id] : []))
  }
  return [...new Set(people)].filter((id) => id !== sender)
}
