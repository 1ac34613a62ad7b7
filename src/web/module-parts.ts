import { type ComponentType, lazy } from 'react'
import type { ObjectWire, RecordAnswer } from '#shared/wire'

/** What a module shows on the file of a record; it may take the place of the list of a child. */
export type FilePart = {
  object: string
  replaces?: string | readonly string[]
  /** Stands above everything else, right below the head. */
  top?: true
  Part: ComponentType<{ object: ObjectWire; record: RecordAnswer }>
}

/** Objects that the company has made for itself. */
const ofTheCompany = 'own'

/** Beside customers, those on whose records procedures are carried out. */
const caseable = [
  'contact',
  'follow_up',
  'purchase',
  'attachment',
  'consent',
  'task',
  'need',
  'preference',
  'address',
  'disclosure',
  ofTheCompany,
] as const

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
    replaces: 'confirmation_link',
    Part: lazy(() =>
      import('../modules/confirmations/web/links-part.tsx').then((part) => ({ default: part.LinksPart })),
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
    object: 'customer',
    top: true,
    Part: lazy(() =>
      import('../modules/duplicates/web/merges-part.tsx').then((part) => ({ default: part.MergesPart })),
    ),
  },
  {
    object: 'customer',
    top: true,
    Part: lazy(() =>
      import('../modules/grading/web/standard-line.tsx').then((part) => ({ default: part.StandardLine })),
    ),
  },
  {
    object: 'customer',
    top: true,
    Part: lazy(() =>
      import('../modules/double-entry/web/keying-bar.tsx').then((part) => ({ default: part.KeyingBar })),
    ),
  },
  {
    object: 'task',
    top: true,
    Part: lazy(() =>
      import('../modules/double-entry/web/keying-task.tsx').then((part) => ({ default: part.KeyingTask })),
    ),
  },
  {
    object: 'customer',
    Part: lazy(() =>
      import('../modules/grading/web/lifetime-part.tsx').then((part) => ({ default: part.LifetimePart })),
    ),
  },
  {
    object: 'task',
    top: true,
    Part: lazy(() => import('../modules/reviews/web/task-part.tsx').then((part) => ({ default: part.TaskPart }))),
  },
  {
    object: 'meeting',
    replaces: ['agenda_item', 'meeting_action'],
    top: true,
    Part: lazy(() =>
      import('../modules/meetings/web/minutes-part.tsx').then((part) => ({ default: part.MinutesPart })),
    ),
  },
  ...['meeting_action', 'review_finding'].map((object) => ({
    object,
    top: true as const,
    Part: lazy(() =>
      import('../modules/improvement/web/improve-part.tsx').then((part) => ({ default: part.ImprovePart })),
    ),
  })),
  {
    object: 'appraisal',
    top: true,
    Part: lazy(() =>
      import('../modules/appraisals/web/appraisal-part.tsx').then((part) => ({ default: part.AppraisalPart })),
    ),
  },
  {
    object: 'work_report',
    top: true,
    Part: lazy(() => import('../modules/meetings/web/week-part.tsx').then((part) => ({ default: part.WeekPart }))),
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
    replaces: 'procedure_case',
    Part: lazy(() => import('../modules/procedures/web/case-part.tsx').then((part) => ({ default: part.CasePart }))),
  },
  ...caseable.map((object) => ({
    object,
    Part: lazy(() => import('../modules/procedures/web/case-part.tsx').then((part) => ({ default: part.CasePart }))),
  })),
  // The case shows its steps.
  { object: 'customer', replaces: 'case_step', Part: () => null },
  {
    object: 'publication',
    top: true,
    Part: lazy(() =>
      import('../modules/publications/web/publication-part.tsx').then((part) => ({ default: part.PublicationWay })),
    ),
  },
  {
    object: 'publication',
    Part: lazy(() =>
      import('../modules/publications/web/publication-part.tsx').then((part) => ({ default: part.PublicationPart })),
    ),
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
  return fileParts.filter((part) => part.object === (object.custom ? ofTheCompany : object.name))
}

type ListPart = { object: string; Part: ComponentType<{ object: ObjectWire }> }

/** What stands above the list of an object. */
const listParts: readonly ListPart[] = [
  {
    object: 'work_report',
    Part: lazy(() => import('../modules/meetings/web/handed-in.tsx').then((part) => ({ default: part.HandedIn }))),
  },
]

export function listPartOf(object: ObjectWire): ListPart['Part'] | undefined {
  return listParts.find((part) => part.object === object.name)?.Part
}

type EmptyPart = { object: string; Empty: ComponentType }

/** What the empty list of an object that nobody fills in by hand says of where its records come from. */
const emptyParts: readonly EmptyPart[] = [
  {
    object: 'appraisal',
    Empty: lazy(() =>
      import('../modules/appraisals/web/no-appraisals.tsx').then((part) => ({ default: part.NoAppraisals })),
    ),
  },
]

export function emptyPartOf(object: ObjectWire): EmptyPart['Empty'] | undefined {
  return emptyParts.find((part) => part.object === object.name)?.Empty
}
