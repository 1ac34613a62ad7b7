import { AppError } from '#shared/app-error'
import type { Label, Locale } from '#shared/label'
import type { Kernel } from '../context.ts'
import type { Actor } from './actor.ts'
import type { Role } from './role.ts'

/** Where a request names its purpose of use. */
const purposeHeader = 'X-Dossier-Purpose'

/** For what data may be used, and whether those whom it is about consent to it first; those that are switched off are not among the kernel's. */
export type Purpose = {
  id: string
  code: string
  label: Label
  byConsent: boolean
  /** Codes of standard roles whose holders work for it where they name none. */
  defaultFor: readonly string[]
  /** What people are told of it, in each language that it has; consents to versions before the `oldest` count no longer. */
  notice: { texts: Readonly<Record<Locale, string | null>>; version: number; oldest: number }
}

type Named = { named: string; at?: string }

/** What a request says of its purpose; `bound`: id of the one to which its API key is bound. */
type Asked = { named?: string; bound?: string | null }

/** The purpose under which a request works: its key's, else the one that it names, else the default of its caller's role, else none. */
export function purposeOf(kernel: Kernel, actor: Actor, { named, bound }: Asked): string | null {
  if (bound) return boundTo(kernel, actor, { named, bound })
  return named === undefined ? defaultOf(kernel, actor) : purposeNamed(kernel, actor, { named })
}

/** A key bound to a purpose works for nothing else, and for nothing at all once that is no longer its owner's. */
function boundTo(kernel: Kernel, actor: Actor, { named, bound }: Asked): string {
  const purpose = purposesOf(kernel, actor).find(({ id }) => id === bound)
  if (!purpose) throw new AppError(403, 'access.key_purpose_gone')
  if (named === undefined || named === purpose.code) return purpose.code
  const params = { purpose: purpose.code, named }
  const code = 'access.key_purpose'
  throw new AppError(403, code, { params, errors: [{ path: purposeHeader, code, params }] })
}

/** A purpose that was named, `at` a field or a header: in force, and held by a role of who asks. */
export function purposeNamed(kernel: Kernel, actor: Actor, { named, at = purposeHeader }: Named): string {
  const allowed = purposesOf(kernel, actor)
  if (allowed.some(({ code }) => code === named)) return named
  const params = { purpose: named, allowed: allowed.map(({ code }) => code).join(', ') || '-' }
  const code = 'access.purpose_not_held'
  throw new AppError(403, code, { params, errors: [{ path: at, code, params }] })
}

/** Those under which somebody may work. */
export function purposesOf({ purposes }: Kernel, actor: Actor): readonly Purpose[] {
  return [...purposes.values()].filter(({ code }) => actor.purposes === 'all' || actor.purposes.includes(code))
}

/** Never one that rests on consent: it would close files to people who asked for nothing of the kind. */
export function defaultOf(kernel: Kernel, actor: Actor): string | null {
  const usual = purposesOf(kernel, actor).find(({ code }) => code === actor.defaultPurpose)
  return usual && !usual.byConsent ? usual.code : null
}

/** Standard roles are code; what they work for by default is what the company says of them. */
export function withDefaultPurposes(roles: readonly Role[], purposes: readonly Purpose[]): readonly Role[] {
  return roles.map((role) => ({
    ...role,
    defaultPurpose: purposes.find(({ defaultFor }) => defaultFor.includes(role.code))?.code ?? null,
  }))
}
