import { type FieldAccess, type FieldWire, type ObjectWire, type Operation, operations } from '#shared/wire'
import { isBeyondConsent } from '../access/consent.ts'
import { fieldAccess, mayWrite } from '../access/field-access.ts'
import { ruling } from '../access/scope.ts'
import type { Context } from '../context.ts'
import { tellingFields } from '../duplicates/namesakes.ts'
import { spansOf } from '../query/group-key.ts'
import { operatorsWith } from '../query/parse-filter.ts'
import { isSortable } from '../query/sort.ts'
import type { BoundField } from './bound-field.ts'
import { type ObjectType, titleFieldOf } from './object-type.ts'

/** A definition as pages and scripts see it, with what the reader may do. */
export function objectWire(ctx: Context, type: ObjectType): ObjectWire {
  const { definition, parent } = type
  const shown = [...type.fields.values()].filter(
    (bound) => !bound.field.hidden && fieldAccess(ctx, type, bound) !== 'hidden',
  )
  const names = new Set(shown.map(({ name }) => name))
  const visible = (fields: readonly string[]): string[] => fields.filter((field) => names.has(field))
  return {
    name: type.name,
    path: type.path,
    label: definition.label,
    icon: definition.icon,
    title: titleFieldOf(type, ctx.locale),
    custom: definition.custom ?? false,
    parent: parent && { field: parent.field, object: parent.object },
    navigation: definition.navigation ?? false,
    settings: definition.settings !== undefined && ctx.actor.duties.includes(definition.settings),
    searchable: type.searchable.length > 0,
    signsIn: definition.principal?.kind === 'user',
    proposals: definition.proposal !== undefined,
    approvals: type.hooks.approval !== undefined || type.approvals.length > 0,
    // Not by values that the reader sees as masks: the answer would tell one.
    alike: (definition.duplicates
      ? shown.filter((bound) => isEvidence(type, bound))
      : tellingFields(ctx, type)
    ).flatMap((bound) => (fieldAccess(ctx, type, bound) === 'edit' ? [bound.name] : [])),
    compared: definition.duplicates !== undefined,
    completable: type.hooks.later !== undefined,
    proves: definition.proves ? visible(definition.proves) : null,
    timeline: definition.timeline ?? null,
    fields: shown.map((field) =>
      fieldWire(type, field, {
        access: fieldAccess(ctx, type, field),
        writes: mayWrite(ctx, type, field),
        clearance: ctx.actor.clearance,
      }),
    ),
    list: visible(definition.views.list),
    head: visible(definition.views.head ?? []),
    bar: visible(definition.views.bar ? [definition.views.bar] : [])[0] ?? null,
    catalogue: catalogueWire(type, names),
    paper: definition.views.paper !== undefined,
    sections: Object.entries(definition.views.form).map(([name, { label, fields }]) => ({
      name,
      label,
      fields: visible(fields),
    })),
    requirements: type.requirements.map(({ field, need, when }) => ({ field, need, when: when ?? {} })),
    can: abilitiesOf(ctx, type),
  }
}

function isEvidence({ definition }: ObjectType, { name }: BoundField): boolean {
  return definition.duplicates?.some(({ fields }) => fields.includes(name)) ?? false
}

function catalogueWire({ definition, fields }: ObjectType, names: ReadonlySet<string>): ObjectWire['catalogue'] {
  const { catalogue } = definition.views
  if (!catalogue) return null
  const by = catalogue.by.flatMap((each) => {
    const [name = '', part] = each.split('.')
    const bound = names.has(name) && fields.get(name)
    if (!bound) return []
    return { by: each, label: bound.kind.parts?.find((one) => one.name === part)?.label ?? bound.field.label }
  })
  return { list: catalogue.list.filter((name) => names.has(name)), by }
}

/** What the reader may do to some record at least, under the purpose of this request. */
function abilitiesOf(ctx: Context, type: ObjectType): Operation[] {
  const offered = operations.filter((operation) => ruling(ctx, type, operation) !== false)
  const isUnmade = isBeyondConsent(ctx, type) || type.definition.formless
  return isUnmade ? offered.filter((operation) => !making.includes(operation)) : offered
}

const making: readonly Operation[] = ['create', 'import']

type Reader = { access: FieldAccess; writes: boolean; clearance: number }

export function fieldWire(
  type: ObjectType,
  bound: BoundField,
  { access, writes, clearance }: Reader = { access: 'edit', writes: true, clearance: 3 },
): FieldWire {
  const veiled = access === 'masked'
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
    readOnly: isReadOnly(bound) || !writes,
    custom: field.custom ?? false,
    options: { ...Object.fromEntries(plain), ...(kind.target?.(field) ? { object: kind.target(field) } : {}) },
    operators: operatorsWith(access, bound),
    sortable: !veiled && isSortable(type, name),
    groupable: !veiled && stored && !sealed && kind.groupable,
    spans: veiled ? [] : spansOf(bound),
    aliases: field.aliases ?? [],
    default: isLeftOpen(type, name) ? undefined : field.default,
    access,
    revealable: veiled && field.level <= clearance,
    ...(type.verified.includes(bound) ? { verify: field.verify } : {}),
  }
}

/** A level that nobody gives is the case's: a form that began with one would give it. */
function isLeftOpen({ definition: { level, levelBy } }: ObjectType, name: string): boolean {
  return name === level && levelBy !== undefined
}

/** Fields that nobody writes: computed ones and those that the record core keeps. */
function isReadOnly({ stored, field }: BoundField): boolean {
  return !stored || field.readOnly === true || field.rollup !== undefined
}
