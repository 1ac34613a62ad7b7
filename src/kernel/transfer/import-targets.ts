import type { Label } from '#shared/label'
import type { Context } from '../context.ts'
import type { BoundField } from '../object/bound-field.ts'
import type { ObjectType } from '../object/object-type.ts'
import { isPast } from '../record/normalise.ts'

/** Where a column can go: `phone`, `region.city`, `contact.phone`, `createdAt`. */
export type ImportTarget = { path: string; label: Label; labels: readonly string[] }

export const createdAt: ImportTarget = {
  path: 'createdAt',
  label: { zh: '创建时间', en: 'Created at' },
  labels: [
    '创建时间',
    '建档时间',
    '建档日期',
    '录入时间',
    'Created at',
    'Created Time',
    'Created',
    'Create Date',
    'Created On',
  ],
}

/** All columns that an import of an object understands: its own fields, those of the people on it, and its past. */
export function importTargets(ctx: Context, type: ObjectType): ImportTarget[] {
  const own = type.stored.flatMap((bound) => (isTaken(bound) ? fieldTargets(bound, '', null) : []))
  const children = peopleOn(ctx, type).flatMap((child) =>
    child.stored
      .filter((bound) => bound.name !== child.parent?.field && isTaken(bound))
      .flatMap((bound) => fieldTargets(bound, `${child.name}.`, child.definition.label)),
  )
  return [...own, ...children, createdAt]
}

function isTaken(bound: BoundField): boolean {
  const { field, kind } = bound
  if (kind.holdsFiles) return false
  return kind.allocated === true || isPast(bound) || (!field.readOnly && !field.rollup)
}

/** Children that lists bring in the same row as their parent: those whose words lead to it. */
export function peopleOn(ctx: Context, type: ObjectType): ObjectType[] {
  return ctx.kernel.registry.children(type.name).filter((child) => child.definition.searchParent && !child.off)
}

function fieldTargets({ name, field, kind }: BoundField, prefix: string, owner: Label | null): ImportTarget[] {
  const path = prefix + name
  const label = owner ? { zh: `${owner.zh}${field.label.zh}`, en: `${owner.en} ${field.label.en}` } : field.label
  const target = { path, label, labels: [label.zh, label.en, path, ...(field.aliases ?? [])] }
  const parts = (kind.parts ?? []).map((part) => ({
    path: `${path}.${part.name}`,
    label: owner ? { zh: owner.zh + part.label.zh, en: `${owner.en} ${part.label.en}` } : part.label,
    labels: owner
      ? [owner.zh + part.label.zh, `${owner.en} ${part.label.en}`]
      : [part.label.zh, part.label.en, ...(part.aliases ?? [])],
  }))
  return [target, ...parts]
}
