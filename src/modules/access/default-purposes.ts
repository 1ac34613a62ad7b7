import type { Context, Values } from '#kernel'
import { AppError } from '#shared/app-error'
import type { ErrorCode } from '#shared/error-codes'
import { purpose } from './purpose.ts'
import { role } from './role.ts'

const most = 200

/** The default of a role is one of its purposes, and never one that would close files to people who named nothing. */
export async function checkDefaultOfRole(ctx: Context, { defaultPurpose, purposes }: Values): Promise<void> {
  if (typeof defaultPurpose !== 'string') return
  const [found] = await purposesWhere(ctx, { id: defaultPurpose })
  // One that is not there is refused with the other references.
  if (!found) return
  const name = nameOf(ctx, found.values)
  if (!Array.isArray(purposes) || !purposes.includes(defaultPurpose))
    throw refusal('access.default_not_held', 'defaultPurpose', { purpose: name })
  if (found.values.basis === 'consent')
    throw refusal('access.default_by_consent', 'defaultPurpose', { purpose: name, roles: '-' })
}

/** A purpose that is a default does not come to rest on consent, and a standard role has one default. */
export async function checkDefaultsOfPurpose(ctx: Context, values: Values, id: string): Promise<void> {
  const roles = Array.isArray(values.defaultFor) ? values.defaultFor.map(String) : []
  if (values.basis === 'consent') await refuseConsentAsDefault(ctx, values, { id, roles })
  if (!roles.length) return
  const others = await purposesWhere(ctx, { id: { ne: id }, defaultFor: { hasAny: roles } })
  const [other] = others
  if (!other) return
  const taken = roles.filter((code) => Array.isArray(other.values.defaultFor) && other.values.defaultFor.includes(code))
  const params = { roles: roleNames(ctx, taken), purpose: nameOf(ctx, other.values) }
  throw refusal('access.default_taken', 'defaultFor', params)
}

async function refuseConsentAsDefault(
  ctx: Context,
  values: Values,
  { id, roles }: { id: string; roles: readonly string[] },
): Promise<void> {
  const { items } = await ctx
    .asSystem('roles with this default')
    .records(role)
    .list({ where: { defaultPurpose: id }, limit: most, uncounted: true })
  const named = [...items.map((item) => nameOf(ctx, item.values)), ...(roles.length ? [roleNames(ctx, roles)] : [])]
  if (!named.length) return
  const params = { purpose: nameOf(ctx, values), roles: named.join(', ') }
  throw refusal('access.default_by_consent', roles.length ? 'defaultFor' : 'basis', params)
}

async function purposesWhere(ctx: Context, where: Record<string, unknown>): Promise<readonly { values: Values }[]> {
  const { items } = await ctx
    .asSystem('default purposes')
    .recordsNamed(purpose.name)
    .list({ where, limit: most, uncounted: true })
  return items
}

function nameOf({ locale }: Context, { nameZh, nameEn }: Values): string {
  return String(locale === 'zh' ? nameZh : nameEn)
}

function roleNames(ctx: Context, codes: readonly string[]): string {
  return codes.map((code) => ctx.kernel.roles.get(code)?.label[ctx.locale] ?? code).join(', ')
}

function refusal(code: ErrorCode, path: string, params: Record<string, string>): AppError {
  return new AppError(422, code, { params, errors: [{ path, code, params }] })
}
