import { queryOptions } from '@tanstack/react-query'
import type { Filter } from '#shared/filter'
import { request } from '../../../web/api/request.ts'

type StepFigures = {
  name: string
  open: number
  late: number
  done: number
  skipped: number
  medianDays: number | null
}

export type Figures = { name: string; running: number; steps: readonly StepFigures[] }

export const figuresQuery = queryOptions({
  queryKey: ['list', 'case_step', 'figures'],
  queryFn: ({ signal }) => request<{ items: readonly Figures[] }>('GET', '/procedure-figures', { signal }),
})

type Kept = Readonly<Record<'done' | 'late' | 'skipped' | 'open', number>>

export type Compliance = {
  span: { from: string; until: string }
  steps: readonly ({ procedure: string; role: string | null; person: string | null; name: string | null } & Kept)[]
  edits: readonly {
    kind: 'another' | 'no_case'
    procedure: string
    object: string
    record: string
    title: string | null
    field: string
    by: string
    name: string
    at: string
  }[]
  whole: boolean
}

/** Of so many days up to today. */
export function complianceQuery(days: number) {
  const day = (back: number): string => new Date(Date.now() - back * 86_400_000).toISOString().slice(0, 10)
  return queryOptions({
    queryKey: ['list', 'case_step', 'compliance', days],
    // A day more: it may be tomorrow already where the company is.
    queryFn: ({ signal }) =>
      request<Compliance>('GET', '/procedure-compliance', { query: { from: day(days), until: day(-1) }, signal }),
  })
}

export function startCase(object: string, record: string, edition: string): Promise<{ id: string }> {
  return request('POST', '/case-starts', { body: { object, record, edition } })
}

export function skipStep(step: string, reason: string): Promise<void> {
  return request('POST', `/case-steps/${step}/skipping`, { body: { reason } })
}

/** What a procedure governs: an object of the product's by its name, one of the company's own by its record. */
export type Governed = { governs: string } | { governsOwn: string }

/** Procedures in force for records of an object; of a customer, those of its stage. */
export function inForce(governed: Governed, stage: unknown): Filter {
  const stages: Filter[] =
    'governs' in governed && governed.governs === 'customer'
      ? [{ or: [{ stages: { empty: true } }, ...(typeof stage === 'string' ? [{ stages: { hasAny: [stage] } }] : [])] }]
      : []
  return {
    and: [
      { kind: 'procedure', state: 'in_force', ...governed },
      { or: [{ from: { empty: true } }, { from: { lte: 'today' } }] },
      { or: [{ until: { empty: true } }, { until: { gte: 'today' } }] },
      ...stages,
    ],
  }
}
