import type { FigureFact } from './figure-fact.ts'

/** What the work of one person comes to. `age`: null where somebody has no files. */
export type Figures = {
  checked: number
  right: number
  files: number
  complete: number
  tasks: number
  onTime: number
  updatesDue: number
  updated: number
  age: number | null
  work: number
}

export type PersonFigures = { id: string; name: string; unit: string | null; unitName: string | null } & Figures

/** The figures of a period. */
export type ToldFigures = {
  period: string
  from: string
  until: string
  /** Counted once and kept; else counted at this moment. */
  closed: boolean
  /** Whether what was kept is still what was counted. */
  sound: boolean
  people: readonly PersonFigures[]
}

/** Those that add up. */
export const countNames = [
  'checked',
  'right',
  'files',
  'complete',
  'tasks',
  'onTime',
  'updatesDue',
  'updated',
  'work',
] as const satisfies readonly (keyof Figures)[]

/** Shares, by the counts that they are made of. */
export const shares = {
  accuracy: ['right', 'checked'],
  completeness: ['complete', 'files'],
  timeliness: ['onTime', 'tasks'],
  updates: ['updated', 'updatesDue'],
} as const satisfies Record<string, readonly [good: keyof Figures, of: keyof Figures]>

export const shareNames = ['accuracy', 'completeness', 'timeliness', 'updates'] as const
export type ShareName = (typeof shareNames)[number]

export const figureNames = [...shareNames, 'age'] as const
export type FigureName = (typeof figureNames)[number]

/** A share in per cent, with one place; null where there was nothing to count. */
export function shareOf(figures: Figures, name: ShareName): number | null {
  const [good, of] = shares[name]
  return figures[of] ? Math.round((1_000 * figures[good]) / figures[of]) / 10 : null
}

/** The figures of a record or of a sum of records as they were counted. */
export function figuresIn(values: Readonly<Record<string, unknown>>): Figures {
  const number = (name: keyof Figures): number => Number(values[name] ?? 0)
  return {
    checked: number('checked'),
    right: number('right'),
    files: number('files'),
    complete: number('complete'),
    tasks: number('tasks'),
    onTime: number('onTime'),
    updatesDue: number('updatesDue'),
    updated: number('updated'),
    age: values.age === null || values.age === undefined ? null : number('age'),
    work: number('work'),
  }
}

/** What others have found of somebody's entries and files, and tasks that others, or the house, have given; a dropped one is not done. */
export const figureFacts = {
  accuracy: {
    same: { object: 'second_entry', person: 'enteredBy', at: 'keyedAt', apart: ['keyedBy'], where: { state: 'same' } },
    settled: {
      object: 'second_entry',
      person: 'enteredBy',
      at: 'settledAt',
      apart: ['keyedBy', 'settledBy'],
      where: { state: 'settled' },
      good: { right: 'first' },
    },
    reviewed: {
      object: 'review_item',
      person: 'fileOwner',
      at: 'doneAt',
      apart: ['doneBy'],
      where: { state: 'done' },
      good: { result: 'right' },
    },
  },
  completeness: {
    days: { object: 'completeness_score', person: 'owner', at: 'day', sums: { of: 'files', good: 'complete' } },
  },
  timeliness: {
    given: {
      object: 'task',
      person: 'assignee',
      at: 'dueAt',
      apart: ['assigner'],
      good: { state: 'done' },
      inTime: 'state',
    },
  },
} as const satisfies Partial<Record<ShareName, Readonly<Record<string, FigureFact>>>>
