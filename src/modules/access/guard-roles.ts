import type { Context, Role, Values } from '#kernel'
import { user } from '#objects'
import { AppError } from '#shared/app-error'
import type { operations } from '#shared/wire'
import { fieldRightsSchema, grantsSchema } from './read-roles.ts'

/** A role says what the product understands, and nothing that its maker does not hold. */
export function checkRole(ctx: Context, values: Values): void {
  const grants = read('grants', grantsSchema.safeParse(values.grants ?? []))
  const fields = read('fieldRights', fieldRightsSchema.safeParse(values.fieldRights ?? []))
  for (const { object, field } of fields) {
    const bound = ctx.kernel.registry.objects.get(object)?.fields.get(field)
    if (!bound) throw invalid('fieldRights', `${object}.${field}`)
    // What stands in the words of the search could be found by them, whatever the answer hides.
    if (bound.field.search && !bound.sealed) throw invalid('fieldRights', `${object}.${field}: searchable`)
  }
  const clearance = Number(values.clearance ?? 1)
  const duties = Array.isArray(values.duties) ? values.duties : []
  refuseMoreThanOwn(ctx, { clearance, duties, grants })
}

function read<T>(path: string, parsed: { success: true; data: T } | { success: false; error: Error }): T {
  if (parsed.success) return parsed.data
  throw invalid(path, parsed.error.message.slice(0, 200))
}

function invalid(path: string, detail: string): AppError {
  const params = { field: path, input: detail }
  return new AppError(422, 'field.invalid', { params, errors: [{ path, code: 'field.invalid', params }] })
}

type Given = Pick<Role, 'grants'> & { clearance: number; duties: readonly unknown[] }

/** Nobody grants what they lack. */
function refuseMoreThanOwn(ctx: Context, { clearance, duties, grants }: Given): void {
  if (ctx.systemReason) return
  const { actor } = ctx
  const lacks =
    clearance > actor.clearance ||
    duties.some((duty) => !(actor.duties as readonly unknown[]).includes(duty)) ||
    grants.some(({ objects, rights, deny }) => !deny && objects.some((object) => !holdsAll(ctx, object, rights)))
  if (lacks) throw new AppError(403, 'access.not_yours_to_give')
}

/** Whether the actor holds the rights everywhere; a narrower reach cannot be compared with another person's. */
function holdsAll(ctx: Context, named: string, rights: readonly (typeof operations)[number][]): boolean {
  const types = [...ctx.kernel.registry.objects.values()].filter(
    (type) => type.name === named || `area:${type.policy?.area}` === named,
  )
  return types.every((type) =>
    rights.every((right) => {
      const keys = ctx.actor.reach(type, right)
      return keys !== null && (!type.guarded || keys.includes(1))
    }),
  )
}

/** Nobody changes their own rights, nor gives others more than they hold themselves. */
export async function checkAssignment(ctx: Context, values: Values): Promise<void> {
  refuseOwn(ctx, values.user)
  const whose = { where: { id: String(values.user) }, limit: 1, uncounted: true }
  const { items } = await ctx.asSystem('whose role').records(user).list(whose)
  // Somebody who is not there is refused with the other references.
  const [person] = items
  if (person && ctx.kernel.roles.get(String(person.values.role))?.class !== 'business')
    throw new AppError(409, 'access.officer_alone')
  const role = ctx.kernel.roles.get(String(values.role))
  if (role) refuseMoreThanOwn(ctx, role)
}

function refuseOwn(ctx: Context, person: unknown): void {
  if (!ctx.systemReason && person === ctx.actor.id) throw new AppError(403, 'access.own_rights')
}
