import type { BoundField } from './bound-field.ts'
import type { ObjectType } from './object-type.ts'

/** Fields that say who holds a record, and its level. */
export function custodyFields({ definition: { custody, level } }: Pick<ObjectType, 'definition'>): readonly string[] {
  if (custody.type !== 'own') return []
  return [custody.owner, ...(custody.people ?? []), ...(custody.unit ? [custody.unit] : []), ...(level ? [level] : [])]
}

const known = new WeakMap<ObjectType, readonly BoundField[]>()

/**
 * Fields that decide who may see or change something: custody and level, what holders of rights hold, how a change request
 * stands, consents, and all that configures. Somebody's hand in the database on one of them shows by the row's proof. Sealed
 * values have their own; fields made at run time decide nothing.
 */
export function coveredFields(type: ObjectType): readonly BoundField[] {
  const { definition } = type
  const before = known.get(type)
  if (before) return before
  const names = new Set([
    ...custodyFields(type),
    ...fieldsNamedBy(definition.principal),
    ...fieldsNamedBy(definition.proposal),
    ...fieldsNamedBy(definition.consents),
  ])
  const covered = type.stored.filter(
    ({ name, sealed, field }) => !sealed && !field.custom && (definition.configures || names.has(name)),
  )
  known.set(type, covered)
  return covered
}

/** A part says by its name what a field of that name does, as `{ kind: 'share', from: 'from' }`; what names no field is no matter. */
function fieldsNamedBy(parts: object | undefined): readonly unknown[] {
  return Object.values(parts ?? {}).flat()
}
