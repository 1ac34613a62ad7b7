import { type ComponentType, lazy } from 'react'
import type { FieldWire, ObjectWire, RecordAnswer } from '#shared/wire'

/** What a module shows on the file of a record; it may take the place of the list of a child. */
export type FilePart = {
  object: string
  replaces?: string
  /** Stands above everything else, right below the head. */
  top?: true
  Part: ComponentType<{ object: ObjectWire; record: RecordAnswer }>
}

/** Parts of files that modules bring. A new one adds its line. */
const fileParts: readonly FilePart[] = [
  {
    object: 'customer',
    replaces: 'team_member',
    Part: lazy(() => import('../modules/access/web/team-part.tsx').then((part) => ({ default: part.TeamPart }))),
  },
  {
    object: 'customer',
    replaces: 'consent',
    Part: lazy(() =>
      import('../modules/access/web/consents-part.tsx').then((part) => ({ default: part.ConsentsPart })),
    ),
  },
  {
    object: 'customer',
    top: true,
    Part: lazy(() =>
      import('../modules/emergency/web/emergency-banner.tsx').then((part) => ({ default: part.EmergencyBanner })),
    ),
  },
  {
    object: 'customer',
    top: true,
    Part: lazy(() => import('../modules/reviews/web/review-bar.tsx').then((part) => ({ default: part.ReviewBar }))),
  },
  {
    object: 'task',
    top: true,
    Part: lazy(() => import('../modules/reviews/web/task-part.tsx').then((part) => ({ default: part.TaskPart }))),
  },
  {
    object: 'review_plan',
    Part: lazy(() => import('../modules/reviews/web/plan-part.tsx').then((part) => ({ default: part.PlanPart }))),
  },
  {
    object: 'review_round',
    top: true,
    Part: lazy(() => import('../modules/reviews/web/round-part.tsx').then((part) => ({ default: part.RoundPart }))),
  },
  {
    object: 'customer',
    replaces: 'emergency_access',
    Part: lazy(() =>
      import('../modules/emergency/web/accesses-part.tsx').then((part) => ({ default: part.AccessesPart })),
    ),
  },
  {
    object: 'emergency_access',
    Part: lazy(() => import('../modules/emergency/web/review-part.tsx').then((part) => ({ default: part.ReviewPart }))),
  },
  {
    object: 'export',
    top: true,
    Part: lazy(() => import('./export/export-part.tsx').then((part) => ({ default: part.ExportPart }))),
  },
  {
    object: 'user',
    Part: lazy(() =>
      import('../modules/access/web/holdings-part.tsx').then((part) => ({ default: part.HoldingsPart })),
    ),
  },
]

export function filePartsOf(object: ObjectWire): readonly FilePart[] {
  return fileParts.filter((part) => part.object === object.name)
}

type ToldPart = { object: string; field: string; Told: ComponentType<{ value: unknown }> }

/** Values that a module tells in words of its own, where their kind could only spell them out. */
const toldParts: readonly ToldPart[] = [
  {
    object: 'review_finding',
    field: 'field',
    Told: lazy(() => import('../modules/reviews/web/told-field.tsx').then((part) => ({ default: part.ToldField }))),
  },
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
  ...['fields', 'exempt', 'roles'].map((field) => ({
    object: 'approval_rule',
    field,
    Told: lazy(() =>
      import('../modules/customisation/web/told-parts.tsx').then((part) => ({ default: part.ToldParts })),
    ),
  })),
  {
    object: 'export',
    field: 'object',
    Told: lazy(() => import('./export/told-object.tsx').then((part) => ({ default: part.ToldObject }))),
  },
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

export function toldPartOf(object: ObjectWire, field: FieldWire): ToldPart['Told'] | undefined {
  return toldParts.find((part) => part.object === object.name && part.field === field.name)?.Told
}
