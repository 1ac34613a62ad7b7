import { type ComponentType, createElement, lazy } from 'react'
import type { FieldWire, ObjectWire, RecordWire } from '#shared/wire'
import { type LabelOf, ToldLabel } from './words/told-label.tsx'

type ToldPart = { object: string; field: string; Told: ComponentType<{ value: unknown; record?: RecordWire }> }

/** Values that a module tells in words of its own, where their kind could only spell them out. */
const toldParts: readonly ToldPart[] = [
  {
    object: 'case_step',
    field: 'role',
    Told: lazy(() => import('../modules/procedures/web/role-name.tsx').then((part) => ({ default: part.ToldRole }))),
  },
  ...['fields', 'answers'].map((field) => ({
    object: 'confirmation_link',
    field,
    Told: lazy(() =>
      import('../modules/confirmations/web/told-answers.tsx').then((part) => ({ default: part.ToldAnswers })),
    ),
  })),
  {
    object: 'layout',
    field: 'sections',
    Told: lazy(() =>
      import('../modules/customisation/web/told-sections.tsx').then((part) => ({ default: part.ToldSections })),
    ),
  },
  {
    object: 'field_rule',
    field: 'parts',
    Told: lazy(() =>
      import('../modules/customisation/web/told-parts.tsx').then((part) => ({ default: part.ToldParts })),
    ),
  },
  ...['exempt', 'roles'].map((field) => ({
    object: 'approval_rule',
    field,
    Told: lazy(() => import('../modules/procedures/web/role-name.tsx').then((part) => ({ default: part.ToldRoles }))),
  })),
  {
    object: 'role',
    field: 'grants',
    Told: lazy(() => import('../modules/access/web/told-rights.tsx').then((part) => ({ default: part.ToldGrants }))),
  },
  {
    object: 'role',
    field: 'fieldRights',
    Told: lazy(() => import('../modules/access/web/told-rights.tsx').then((part) => ({ default: part.ToldRules }))),
  },
]

/** `otherwise`: the word by which a record is called where the value is its title and there is none. */
type LabelledPart = { object: string; field: string; labelOf: LabelOf; otherwise?: 'state.wholeFile' }

const rules = ['approval_rule', 'custom_field', 'value_list_item', 'field_rule', 'layout', 'procedure_case']

/** Values that are names in the definitions: told, and called as a title, by the label of what they name. */
const labelledParts: readonly LabelledPart[] = [
  ...rules.map((object) => ({ object, field: 'object', labelOf: (named: unknown) => ({ object: named }) })),
  ...['value_list_item', 'field_rule'].map((object) => ({ object, field: 'field', labelOf: besideObject })),
  { object: 'approval_rule', field: 'fields', labelOf: besideObject },
  // It may stand on what belongs to a file, such as a contact.
  { object: 'second_entry', field: 'field', labelOf: besideObject },
  { object: 'second_entry', field: 'object', labelOf: (object) => ({ object }) },
  {
    object: 'review_finding',
    field: 'field',
    labelOf: (field) => ({ object: 'customer', field }),
    otherwise: 'state.wholeFile',
  },
  { object: 'export', field: 'object', labelOf: (object) => ({ object }) },
]

const told = byObject([
  ...toldParts,
  ...labelledParts.map(({ object, field, labelOf }) => ({
    object,
    field,
    Told: (shown: { value: unknown; record?: RecordWire }) => createElement(ToldLabel, { ...shown, labelOf }),
  })),
])
const labelled = byObject(labelledParts)

export function toldPartOf(object: ObjectWire, field: FieldWire): ToldPart['Told'] | undefined {
  return told.get(object.name)?.get(field.name)?.Told
}

export function labelledPartOf(object: ObjectWire, field: string): LabelledPart | undefined {
  return labelled.get(object.name)?.get(field)
}

/** The object that it is a field of stands beside it. */
function besideObject(field: unknown, record?: RecordWire) {
  return { object: record?.object, field }
}

// A list asks in each of its cells.
function byObject<Part extends { object: string; field: string }>(parts: readonly Part[]) {
  const objects = new Map<string, Map<string, Part>>()
  for (const part of parts) {
    const fields = objects.get(part.object) ?? new Map<string, Part>()
    objects.set(part.object, fields.set(part.field, part))
  }
  return objects
}
