import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { ClassScheme } from '#shared/class-scheme'
import type { NumberRule } from '#shared/number-rule'
import { request } from '../../../web/api/request.ts'
import type { Need } from './needs-draft.ts'

type NumberQuestion = {
  object: string
  field: string
  parts: NumberRule
  values: Readonly<Record<string, string | null>>
}

/** The next numbers that a rule would give; counted anew each time, as others make files meanwhile. */
export function numbersQuery(asked: NumberQuestion) {
  return queryOptions({
    queryKey: ['number-preview', asked],
    staleTime: 0,
    retry: false,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      request<{ numbers: readonly string[] }>('POST', '/number-previews', { body: asked, signal }),
  })
}

type ClassesWire = {
  records: number
  changed: number
  examples: readonly { before: string; after: string; count: number }[]
}

/** How many files another scheme would class anew. */
export function classesQuery(asked: { object: string; field: string; scheme: ClassScheme }) {
  return queryOptions({
    queryKey: ['class-preview', asked],
    staleTime: 0,
    retry: false,
    queryFn: ({ signal }) => request<ClassesWire>('POST', '/class-previews', { body: asked, signal }),
  })
}

export type ForeseenWire = {
  records: number
  incomplete: number
  becomeIncomplete: number
  becomeComplete: number
  lacking: Readonly<Record<string, number>>
  marking: { done: number; total: number | null } | null
}

const whileMarkingMs = 1_500

/** What the needs of some fields, as they would be, do to the records that there are; asked again while these are being marked. */
export function needsQuery(asked: { object: string; fields: Readonly<Record<string, readonly Need[]>> }) {
  return queryOptions({
    queryKey: ['needs-preview', asked],
    staleTime: 0,
    retry: false,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => request<ForeseenWire>('POST', '/requirement-previews', { body: asked, signal }),
    refetchInterval: ({ state: { data } }) => (data?.marking ? whileMarkingMs : false),
  })
}

type ApprovalWire = {
  records: number
  matching: number
  changes: number
  waiting: number
  days: number
  /** Nobody could sign what the reader would ask for. */
  unsigned: boolean
}

/** How many records and changes of late a rule of approval would concern. */
export function approvalQuery(asked: Readonly<Record<string, unknown>>) {
  return queryOptions({
    queryKey: ['approval-preview', asked],
    staleTime: 0,
    retry: false,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => request<ApprovalWire>('POST', '/approval-previews', { body: asked, signal }),
  })
}
