import { AppError } from '#shared/app-error'
import type { Label } from '#shared/label'
import type { Kernel } from '../context.ts'
import type { Actor } from './actor.ts'
import type { Role } from './role.ts'

/** For what data may be used, and whether those whom it is about consent to it first; those that are switched off are not among the kernel's. */
export type Purpose = {
  id: string
  code: string
  label: Label
  byConsent: boolean
  /** Codes of standard roles whose holders work for it where they name none. */
  defaultFor: readonly string[]
}

/** The purpose under which a request works: the one that it names, else the default of its caller's role, else none. */
export function purposeOf(kernel: Kernel, actor: Actor, named: string | undefined): string | null {
  return named === undefined ? defaultOf(kernel, actor) : purposeNamed(kernel, actor, named)
}

/** A purpose that was named: in force, and held by a role of who asks. */
export function purposeNamed(kernel: Kernel, actor: Actor, named: string): string {
  const allowed = purposesOf(kernel, actor)
  if (allowed.some(({ code }) => code === named)) return named
  const params = { purpose: named, allowed: allowed.map(({ code }) => code).join(', ') || '-' }
  throw new AppError(403, 'access.purpose_not_held', { params })
}

/** Those under which somebody may work. */
function purposesOf({ purposes }: Kernel, actor: Actor): readonly Purpose[] {
  return [...purposes.values()].filter(({ code }) => actor.purposes === 'all' || actor.purposes.includes(code))
}

/** Never one that rests on consent: it would close files to people who asked for nothing of the kind. */
function defaultOf(kernel: Kernel, actor: Actor): string | null {
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
