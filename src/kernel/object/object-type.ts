import { AppError } from '#shared/app-error'
import type { Label, Locale } from '#shared/label'
import { pathOf } from '#shared/names'
import type { ApprovalRule, KeyedAgain } from './approval-rule.ts'
import { type BoundField, bindField, type Column } from './bound-field.ts'
import { coveredFields } from './covered-fields.ts'
import type { ObjectDefinition, Requirement } from './define-object.ts'
import type { Policy } from './define-policy.ts'
import type { Fields } from './field.ts'
import type { ObjectHooks } from './hooks.ts'
import type { Kind } from './kind.ts'

/** A definition compiled for use: everything downstream reads this and cannot tell standard from custom. */
export type ObjectType = {
  name: string
  path: string
  table: string
  definition: ObjectDefinition
  policy: Policy | undefined
  hooks: ObjectHooks
  /** Its module, where that is switched off: nobody reaches it, and its records rest as they are. */
  off: OffModule | undefined
  fields: ReadonlyMap<string, BoundField>
  stored: readonly BoundField[]
  /** Column that ties a child to its parent, and the parent's object. */
  parent: { field: string; column: string; object: string } | null
  /** Has acl columns and row-level security. */
  guarded: boolean
  requirements: readonly Requirement<Fields>[]
  approvals: readonly ApprovalRule[]
  keyedAgain: readonly KeyedAgain[]
  searchable: readonly BoundField[]
  /** Those whose values are to be verified. */
  verified: readonly BoundField[]
}

export type OffModule = { name: string; label: Label }

export type KindTable = Readonly<Record<string, Kind>>

export function compileObject(
  definition: ObjectDefinition,
  context: { kinds: KindTable; policy?: Policy; hooks?: ObjectHooks; off?: ReadonlyMap<string, OffModule> },
): ObjectType {
  const isOff = (object: string | undefined): boolean => object !== undefined && context.off?.has(object) === true
  const fields = new Map<string, BoundField>()
  for (const [name, field] of Object.entries(definition.fields)) {
    const kind = context.kinds[field.kind]
    if (!kind) throw new Error(`Field ${definition.name}.${name} is of unknown kind ${field.kind}`)
    const off = isOff(kind.target?.(field)) || isOff(field.rollup?.object)
    fields.set(name, { ...bindField(name, field, kind), off })
  }
  const stored = [...fields.values()].filter((field) => field.stored)
  return {
    name: definition.name,
    path: pathOf(definition.name),
    table: `${definition.custom ? 'x_' : ''}${definition.name}`,
    definition,
    policy: context.policy,
    hooks: context.hooks ?? { followers: [] },
    off: context.off?.get(definition.name),
    fields,
    stored,
    parent: parentOf(definition, fields),
    guarded: definition.custody.type !== 'shared',
    // What nobody sees nobody fills.
    requirements: (definition.requirements ?? []).filter(({ field }) => !fields.get(field)?.off),
    approvals: definition.approvals ?? [],
    keyedAgain: definition.keyedAgain ?? [],
    searchable: stored.filter(({ field, kind, sealed }) => field.search && kind.searchText && !sealed),
    verified: definition.custody.type === 'shared' ? [] : stored.filter(({ field }) => field.verify && !field.hidden),
  }
}

function parentOf(definition: ObjectDefinition, fields: ReadonlyMap<string, BoundField>): ObjectType['parent'] {
  if (definition.custody.type !== 'child') return null
  const field = definition.custody.of
  const bound = fields.get(field)
  const object = bound?.kind.target?.(bound.field)
  const column = bound?.columns[0]?.name
  if (!object || !column) throw new Error(`Object ${definition.name}: ${field} is not a reference to its parent`)
  return { field, column, object }
}

export function fieldOf(type: ObjectType, name: string): BoundField {
  const field = type.fields.get(name)
  if (!field) throw unknownField(name)
  return field
}

/** A field, or with `region.province` a part of one: its values begin with so many characters of it. */
export function partOf(type: ObjectType, name: string): { bound: BoundField; prefix?: number } {
  const [, field = name, part] = /^([^.]*)\.(.*)$/.exec(name) ?? []
  const bound = type.fields.get(field)
  const prefix = bound?.kind.parts?.find((one) => one.name === part)?.prefix
  // One answer for a part that is not there and for a field that is not: it tells nothing of hidden ones.
  if (!bound || (part !== undefined && prefix === undefined)) throw unknownField(name)
  return { bound, prefix }
}

/** The field that names a record to readers of a language. */
export function titleFieldOf({ definition }: ObjectType, locale: Locale): string {
  return definition.titleIn?.[locale] ?? definition.title
}

/** What is hidden from a reader is answered as if it did not exist. */
export function unknownField(name: string): AppError {
  return new AppError(400, 'request.unknown_field', {
    params: { field: name },
    errors: [{ path: name, code: 'request.unknown_field', params: { field: name } }],
  })
}

/** Columns that every table has beside its fields. */
export function systemColumns(type: ObjectType): readonly Column[] {
  return [
    { name: 'id', type: 'uuid' },
    { name: 'version', type: 'integer' },
    { name: 'created_at', type: 'timestamptz' },
    { name: 'created_by', type: 'uuid' },
    { name: 'updated_at', type: 'timestamptz' },
    { name: 'updated_by', type: 'uuid' },
    { name: 'deleted_at', type: 'timestamptz' },
    { name: 'deleted_with', type: 'uuid' },
    { name: 'import_id', type: 'uuid' },
    { name: 'import_row', type: 'integer' },
    ...(type.guarded ? guardColumns : []),
    ...(type.definition.team ? teamColumns : []),
    ...(type.searchable.length ? searchColumns : []),
    ...(coveredFields(type).length ? proofColumns : []),
  ]
}

const guardColumns: readonly Column[] = [
  { name: 'acl_read', type: 'integer[]' },
  { name: 'acl_write', type: 'integer[]' },
  { name: 'acl_level', type: 'smallint' },
  { name: 'incomplete', type: 'text[]' },
]

const teamColumns: readonly Column[] = [{ name: 'acl_work', type: 'integer[]' }]

const searchColumns: readonly Column[] = [
  { name: 'search_text', type: 'text' },
  { name: 'search_latin', type: 'text' },
]

/** What shows that nobody but the application wrote what decides on rights, see `prove`. */
const proofColumns: readonly Column[] = [{ name: 'row_proof', type: 'bytea' }]
