import { isDeepStrictEqual } from 'node:util'
import type { ZodError } from 'zod'
import {
  type Actor,
  type Approval,
  type Context,
  type ObjectType,
  type PendingChange,
  type Prepared,
  peopleWithDuty,
  type Role,
  requireFreshProof,
  type Values,
} from '#kernel'
import { approvalOfRights, keepers } from '#modules/officers'
import { user } from '#objects'
import { AppError } from '#shared/app-error'
import type { operations } from '#shared/wire'
import { checkEnd, checkHolders, inTurnOf } from './clearance-for-a-time.ts'
import { checkDefaultOfRole } from './default-purposes.ts'
import { fieldRightsSchema, grantsSchema, readRole } from './read-roles.ts'
import { roleAssignment } from './role-assignment.ts'

/** A role says what the product understands, and nothing that its maker does not hold. */
export async function checkRole(ctx: Context, values: Values, before: Values | null, { id }: Prepared): Promise<void> {
  const grants = read('grants', grantsSchema.safeParse(values.grants ?? []))
  const fields = read('fieldRights', fieldRightsSchema.safeParse(values.fieldRights ?? []))
  for (const [index, { object, field, access }] of fields.entries()) {
    const bound = ctx.kernel.registry.objects.get(object)?.fields.get(field)
    if (!bound) throw invalid(`fieldRights.${index}`, `${object}.${field}`)
    const veils = access === 'masked' || access === 'hidden'
    if (veils && isFindable(bound)) throw invalid(`fieldRights.${index}`, `${object}.${field}: searchable`)
  }
  const clearance = Number(values.clearance ?? 1)
  const duties = Array.isArray(values.duties) ? values.duties : []
  await checkDefaultOfRole(ctx, values)
  requireProofOfGiver(ctx)
  const readLimit = typeof values.readLimit === 'number' ? values.readLimit : undefined
  refuseMoreThanOwn(beyondGivers(ctx, { class: 'business', clearance, duties, grants, readLimit }))
  await checkHolders(ctx, values, { before, id })
}

/** What stands in the words of the search could be found by them, whatever the answer hides. */
export function isFindable({ field, sealed }: ObjectType['stored'][number]): boolean {
  return field.search !== undefined && !sealed
}

function read<T>(path: string, parsed: { success: true; data: T } | { success: false; error: ZodError }): T {
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw invalid([path, ...(issue?.path ?? [])].join('.'), (issue?.message ?? '').slice(0, 200))
}

function invalid(path: string, detail: string): AppError {
  const params = { field: path, input: detail }
  return new AppError(422, 'field.invalid', { params, errors: [{ path, code: 'field.invalid', params }] })
}

type Given = Pick<Role, 'grants' | 'class' | 'readLimit'> & { clearance: number; duties: readonly unknown[] }

/** Who gives: the actor, and whoever has signed it. A change that waits to be signed has no giver yet. */
function giversOf(ctx: Context): readonly Actor[] | null {
  if (ctx.systemReason) return null
  if (ctx.approver) return [ctx.actor, ctx.approver]
  return ctx.kernel.settings.threeOfficers ? null : [ctx.actor]
}

/** Rights are given by somebody who has just proved to be there. */
function requireProofOfGiver(ctx: Context): void {
  requireFreshProof(ctx.approver ? ctx.with({ actor: ctx.approver }) : ctx)
}

/** Nobody grants what they lack; the refusal names each place that goes beyond. */
function refuseMoreThanOwn(places: readonly string[]): void {
  const errors = places.map((path) => ({ path, code: 'access.not_yours_to_give' as const }))
  if (errors.length) throw new AppError(403, 'access.not_yours_to_give', { errors })
}

/** What none of those who give holds. Officers are named by whoever may appoint. */
function beyondGivers(ctx: Context, given: Given): string[] {
  const givers = giversOf(ctx)
  if (!givers) return []
  const { clearance, duties, grants, readLimit = 0 } = given
  const has = (duty: unknown): boolean => givers.some((giver) => (giver.duties as readonly unknown[]).includes(duty))
  if (given.class !== 'business') return has('appoint') ? [] : ['class']
  return [
    ...(givers.every((giver) => clearance > giver.clearance) ? ['clearance'] : []),
    ...(duties.every(has) ? [] : ['duties']),
    ...(givers.every((giver) => isMore(readLimit, giver.readLimit)) ? ['readLimit'] : []),
    ...grants.flatMap((grant, number) =>
      grant.objects.flatMap((object, at) =>
        grant.deny || isEverybodys(ctx, grant) || holdAll(ctx, givers, object, grant.rights)
          ? []
          : [`grants.${number}.objects.${at}`],
      ),
    ),
  ]
}

/** What each role that the product brings holds alike, such as one's own notices: giving it to a colleague gives nothing. */
function isEverybodys({ kernel }: Context, grant: Role['grants'][number]): boolean {
  const standard = kernel.modules.flatMap((module) => module.roles ?? [])
  return standard.every(({ grants }) => grants.some((own) => isDeepStrictEqual(own, grant)))
}

function isMore(limit: number | null, own: number | null): boolean {
  return own !== null && (limit === null || limit > own)
}

/** Whether givers hold the rights everywhere; a narrower reach cannot be compared with another person's. */
function holdAll(
  ctx: Context,
  givers: readonly Actor[],
  named: string,
  rights: readonly (typeof operations)[number][],
): boolean {
  const types = [...ctx.kernel.registry.objects.values()].filter(
    (type) => type.name === named || `area:${type.policy?.area}` === named,
  )
  return types.every((type) =>
    rights.every((right) =>
      givers.some((giver) => {
        const keys = giver.reach(type, right)
        return keys !== null && (!type.guarded || keys.includes(1))
      }),
    ),
  )
}

/** Nobody changes their own rights, nor gives others more than they hold themselves. */
export async function checkAssignment(
  ctx: Context,
  values: Values,
  before: Values | null,
  { returns }: Prepared,
): Promise<void> {
  requireProofOfGiver(ctx)
  refuseOwn(ctx, values.user)
  const whose = { where: { id: String(values.user) }, limit: 1, uncounted: true }
  const { items } = await ctx.asSystem('whose role').records(user).list(whose)
  // Somebody who is not there is refused with the other references.
  const [person] = items
  if (person && ctx.kernel.roles.get(String(person.values.role))?.class !== 'business')
    throw new AppError(409, 'access.officer_alone')
  await inTurnOf(ctx, String(values.role))
  const role = await readRole(ctx.asSystem('what a role holds'), String(values.role))
  if (!role) return
  if (beyondGivers(ctx, role).length) refuseMoreThanOwn(['role'])
  checkEnd(ctx, values, { before: returns ? null : before, clearance: role.clearance })
}

/** Nobody changes their own rights, and nobody signs for them. */
function refuseOwn(ctx: Context, person: unknown): void {
  if (ctx.systemReason) return
  if (person === ctx.actor.id || person === ctx.approver?.id) throw new AppError(403, 'access.own_rights')
}

/** A colleague's role and highest clearance are given like any other right. */
export function checkPersonsRights(
  ctx: Context,
  values: Values,
  before: Values | null,
  { id, returns = false }: Prepared,
): void {
  const changed = ['role', 'clearance', 'unit', 'validUntil'].filter(
    (field) => (values[field] ?? null) !== (before?.[field] ?? null),
  )
  const back = returns || (before?.active === false && values.active !== false)
  if (ctx.systemReason || (before && !changed.length && !back)) return
  requireProofOfGiver(ctx)
  if (before) refuseOwn(ctx, id)
  const role = ctx.kernel.roles.get(String(values.role))
  if (role && (changed.includes('role') || back) && beyondGivers(ctx, role).length) refuseMoreThanOwn(['role'])
}

/** A role with denials or rights on fields holds back as much as it gives: to take it away may give. So may one that is gone. */
export async function approvalOfAssignment(
  ctx: Context,
  { operation, before, after }: PendingChange,
): Promise<Approval | null> {
  const person = String((after ?? before)?.user)
  if (operation !== 'delete') return approvalOfRights(ctx, [person])
  const role = await readRole(ctx.asSystem('what a role holds'), String(before?.role))
  const holdsBack = !role || role.fields?.length || role.grants.some(({ deny }) => deny)
  if (!holdsBack) return null
  refuseOwn(ctx, before?.user)
  return approvalOfRights(ctx, [person])
}

/** Whoever holds a role neither changes nor signs what it gives. */
export async function approvalOfRole(ctx: Context, { operation, id }: PendingChange): Promise<Approval> {
  if (operation === 'create') return approvalOfRights(ctx)
  const signers = (await peopleWithDuty(ctx, keepers)).map((person) => person.id)
  const user = { in: [...signers, ...(ctx.actor.id ? [ctx.actor.id] : [])] }
  const { items } = await ctx
    .asSystem('who holds a role')
    .records(roleAssignment)
    .list({ where: { role: id, user }, limit: 200, uncounted: true })
  const isOver = (until: unknown): boolean => typeof until === 'string' && Date.parse(until) <= ctx.now().getTime()
  const holders = items.flatMap(({ values }) => (isOver(values.until) ? [] : [String(values.user)]))
  for (const holder of holders) refuseOwn(ctx, holder)
  return approvalOfRights(ctx, holders)
}
