import { type ComponentType, lazy } from 'react'
import type { ObjectWire, RecordAnswer } from '#shared/wire'
import { ConsentsPart } from '../modules/access/web/consents-part.tsx'
import { TeamPart } from '../modules/access/web/team-part.tsx'
import { LinksPart } from '../modules/confirmations/web/links-part.tsx'
import { KeyingBar } from '../modules/double-entry/web/keying-bar.tsx'
import { MergesPart } from '../modules/duplicates/web/merges-part.tsx'
import { AccessesPart } from '../modules/emergency/web/accesses-part.tsx'
import { EmergencyBanner } from '../modules/emergency/web/emergency-banner.tsx'
import { LifetimePart } from '../modules/grading/web/lifetime-part.tsx'
import { StandardLine } from '../modules/grading/web/standard-line.tsx'
import { CasePart } from '../modules/procedures/web/case-part.tsx'
import { ReviewBar } from '../modules/reviews/web/review-bar.tsx'

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

/** Parts of files that modules bring. A new one adds its line; those of the file that is opened all day come with its page. */
const fileParts: readonly FilePart[] = [
  { object: 'customer', replaces: 'team_member', Part: TeamPart },
  { object: 'customer', replaces: 'consent', Part: ConsentsPart },
  { object: 'customer', replaces: 'confirmation_link', Part: LinksPart },
  { object: 'customer', top: true, Part: EmergencyBanner },
  { object: 'customer', top: true, Part: ReviewBar },
  { object: 'customer', top: true, Part: MergesPart },
  { object: 'customer', top: true, Part: StandardLine },
  { object: 'customer', top: true, Part: KeyingBar },
  {
    object: 'task',
    top: true,
    Part: lazy(() =>
      import('../modules/double-entry/web/keying-task.tsx').then((part) => ({ default: part.KeyingTask })),
    ),
  },
  { object: 'customer', Part: LifetimePart },
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
  { object: 'customer', replaces: 'procedure_case', Part: CasePart },
  ...caseable.map((object) => ({
    object,
    Part: CasePart,
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
  { object: 'customer', replaces: 'emergency_access', Part: AccessesPart },
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
