import type { FieldAccess } from '#shared/wire'
import type { Context } from '../context.ts'
import type { BoundField } from '../object/bound-field.ts'
import type { Rollup } from '../object/field.ts'
import { fieldOf, type ObjectType } from '../object/object-type.ts'

/**
 * What the actor may do with a field's values. Where no role speaks of it, levels decide: above what one sees plainly,
 * values are masked. A masked value may be replaced by who may change the record: that tells nothing of the old one.
 * What is worked out from other values is seen no better than they, unless a role speaks of it by its name.
 */
export function fieldAccess(ctx: Context, type: ObjectType, bound: BoundField): FieldAccess {
  if (ctx.systemReason) return 'edit'
  if (type.off || bound.off) return 'hidden'
  const { plain } = ctx.actor
  const masked = bound.field.level > plain
  const rule = ctx.actor.fieldRule(type, bound.name)
  if (rule !== undefined) return rule === 'hidden' || !masked ? rule : 'masked'
  const origins = originsOf(ctx, type, bound).map(([owner, origin]) => fieldAccess(ctx, owner, origin))
  if (origins.includes('hidden')) return 'hidden'
  return masked || origins.includes('masked') ? 'masked' : 'edit'
}

/** The fields that a computed one looks at, and the one of a child that the file adds up. */
function originsOf(ctx: Context, type: ObjectType, { stored, field }: BoundField): [ObjectType, BoundField][] {
  const { rollup, options } = field
  if (stored && !rollup) return []
  const [owner, names] = rollup ? [ctx.type(rollup.object), rolledUp(rollup)] : [type, options.from]
  if (!Array.isArray(names)) return []
  return names.map((name) => [owner, fieldOf(owner, String(name))])
}

function rolledUp(rollup: Rollup): string[] {
  if ('sum' in rollup) return [rollup.sum]
  if ('max' in rollup) return [rollup.max]
  return 'min' in rollup ? [rollup.min] : []
}

/** A role may let somebody read a field alone, also where its level shows it as a mask. */
export function mayWrite(ctx: Context, type: ObjectType, bound: BoundField): boolean {
  const access = fieldAccess(ctx, type, bound)
  if (access === 'hidden' || access === 'read') return false
  return ctx.systemReason !== null || ctx.actor.fieldRule(type, bound.name) !== 'read'
}

/** True where no value of the field may be met by comparing, sorting or counting either. */
export function isVeiled(ctx: Context, type: ObjectType, bound: BoundField): boolean {
  return veils(fieldAccess(ctx, type, bound))
}

function veils(access: FieldAccess | undefined): boolean {
  return access === 'masked' || access === 'hidden'
}

/** The same for a field by its name. */
export function isVeiledNamed(ctx: Context, type: ObjectType, field: string): boolean {
  return veils(accessNamed(ctx, type, field))
}

export function isHiddenNamed(ctx: Context, type: ObjectType, field: string): boolean {
  return accessNamed(ctx, type, field) === 'hidden'
}

/** `contact.phone` on a file is a field of its contacts. */
function accessNamed(ctx: Context, type: ObjectType, name: string): FieldAccess | undefined {
  const [child = '', field] = name.split('.')
  const owner = field === undefined ? type : ctx.kernel.registry.objects.get(child)
  const bound = owner?.fields.get(field ?? name)
  return owner && bound && fieldAccess(ctx, owner, bound)
}

type Veil = { masked: readonly BoundField[]; hidden: readonly BoundField[] }

const known = new WeakMap<object, WeakMap<ObjectType, Veil>>()

/** The fields of a type that the actor does not see plainly; worked out once for each standing. */
function veilOf(ctx: Context, type: ObjectType): Veil {
  if (ctx.systemReason) return none
  const own = known.get(ctx.actor.reach) ?? new WeakMap<ObjectType, Veil>()
  const before = own.get(type)
  if (before) return before
  const fields = [...type.fields.values()]
  const veil = {
    masked: fields.filter((bound) => fieldAccess(ctx, type, bound) === 'masked'),
    hidden: fields.filter((bound) => fieldAccess(ctx, type, bound) === 'hidden'),
  }
  known.set(ctx.actor.reach, own.set(type, veil))
  return veil
}

const none: Veil = { masked: [], hidden: [] }

/** The values as the actor may see them: masked and hidden ones are gone, and masks stand beside. */
export function veiled<V extends Readonly<Record<string, unknown>>>(
  ctx: Context,
  type: ObjectType,
  values: V,
): { values: V; masked?: Record<string, string> } {
  const { masked, hidden } = veilOf(ctx, type)
  if (!masked.length && !hidden.length) return { values }
  const shown: Record<string, unknown> = { ...values }
  const masks: Record<string, string> = {}
  for (const { name, kind } of masked) {
    const value = shown[name]
    if (value === null || value === undefined) continue
    masks[name] = kind.mask(value)
    shown[name] = null
  }
  for (const { name } of hidden) if (name in shown) shown[name] = null
  // Only values were taken away; the shape is the same.
  return { values: shown as V, masked: masks }
}

/** One value of a field as the actor may see it, where no record is at hand: history and conflicts. */
export function veiledValue(ctx: Context, type: ObjectType, field: string, value: unknown): unknown {
  const bound = type.fields.get(field)
  if (!bound || value === null || value === undefined) return value
  const access = fieldAccess(ctx, type, bound)
  if (access === 'hidden') return null
  return access === 'masked' ? bound.kind.mask(value) : value
}
