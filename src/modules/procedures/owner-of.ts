import { type Context, namedBy, peopleByIds, readersAmong, superiorOf } from '#kernel'
import { customer, unit } from '#objects'

const why = 'whose step it is'

type File = { id: string; owner: string | null; unit: unknown }

/** Who does a step, as the procedure says it: by their relation to the file or to who began the case, by name, or by a role. */
type Doer = { role: string; person: unknown; maker: string | null }

/** Who does a step on a file: of those whom it names and who may read the file, one of the file's unit first; else the file's owner. */
export async function ownerOf(ctx: Context, file: File, doer: Doer): Promise<string | null> {
  if (doer.role === 'owner') return file.owner
  const named = await peopleByIds(ctx, await namedFor(ctx.asSystem(why), file, doer))
  const people = await readersAmong(ctx, ctx.type(customer.name), { id: file.id, people: named })
  const near = doer.role === 'person' ? undefined : people.find((one) => one.unit !== null && one.unit === file.unit)
  return (near ?? people[0])?.id ?? file.owner
}

/** By the same names as an approval. */
async function namedFor(ctx: Context, file: File, { role, person, maker }: Doer): Promise<string[]> {
  const none = { all: false, superior: false, roles: [], people: [] }
  if (role === 'person') return typeof person === 'string' ? namedBy(ctx, { ...none, people: [person] }, null) : []
  if (role === 'superior') return namedBy(ctx, { ...none, superior: true }, maker ?? file.owner)
  if (role !== 'unit_head') return namedBy(ctx, { ...none, roles: [role] }, null)
  const head = await headOf(ctx, file.unit)
  if (head) return namedBy(ctx, { ...none, people: [head] }, null)
  const above = file.owner && (await superiorOf(ctx, file.owner))
  return above ? namedBy(ctx, { ...none, people: [above.id] }, null) : []
}

async function headOf(ctx: Context, of: unknown): Promise<string | null> {
  if (typeof of !== 'string') return null
  const { items } = await ctx.records(unit).list({ where: { id: of }, limit: 1, uncounted: true })
  const manager = items[0]?.values.manager
  return typeof manager === 'string' ? manager : null
}
