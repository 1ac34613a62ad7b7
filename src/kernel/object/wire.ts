import type { FieldWire, ObjectWire, Operation } from '#shared/wire'
import { ruling } from '../access/scope.ts'
import type { Context } from '../context.ts'
import { operatorsOf } from '../query/parse-filter.ts'
import { isSortable } from '../query/sort.ts'
import type { BoundField } from './bound-field.ts'
import type { ObjectType } from './object-type.ts'

const operations: readonly Operation[] = ['read', 'create', 'update', 'delete', 'export', 'import']

/** A definition as pages and scripts see it, with what the reader may do. */
export function objectWire(ctx: Context, type: ObjectType): ObjectWire {
  const { definition, parent } = type
  return {
    name: type.name,
    path: type.path,
    label: definition.label,
    icon: definition.icon,
    title: definition.title,
    custom: definition.custom ?? false,
    parent: parent && { field: parent.field, object: parent.object },
    navigation: definition.navigation ?? false,
    searchable: type.searchable.length > 0,
    signsIn: definition.principal?.kind === 'user',
    timeline: definition.timeline ?? null,
    fields: [...type.fields.values()].map((field) => fieldWire(type, field)),
    list: definition.views.list,
    head: definition.views.head ?? [],
    sections: Object.entries(definition.views.form).map(([name, { label, fields }]) => ({ name, label, fields })),
    requirements: type.requirements.map(({ field, need, when }) => ({ field, need, when: when ?? {} })),
    can: operations.filter((operation) => ruling(ctx, type, operation) !== false),
  }
}

export function fieldWire(type: ObjectType, bound: BoundField): FieldWire {
  const { name, field, kind, stored, sealed } = bound
  const plain = Object.entries(field.options).filter(([key, value]) => typeof value !== 'function' && key !== 'from')
  return {
    name,
    kind: field.kind,
    label: field.label,
    help: field.help,
    level: field.level,
    sealed,
    required: field.required ?? false,
    readOnly: !stored || field.readOnly === true || field.rollup !== undefined,
    custom: field.custom ?? false,
    options: { ...Object.fromEntries(plain), ...(kind.target?.(field) ? { object: kind.target(field) } : {}) },
    operators: operatorsOf(bound),
    sortable: isSortable(type, name),
    groupable: stored && !sealed && kind.groupable,
    aliases: field.aliases ?? [],
    default: field.default,
  }
}
