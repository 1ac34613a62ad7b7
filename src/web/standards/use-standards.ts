import { useQuery } from '@tanstack/react-query'
import type { Filter } from '#shared/filter'
import { overdueBy } from '#shared/service-standard'
import type { RecordWire } from '#shared/wire'
import { useObjectNamed } from '../api/definitions.ts'
import { readBeside } from '../api/lists.ts'

/** What is set for tiers; undefined until it is known, or where the reader has none of it. */
export function useStandards(): readonly RecordWire[] | undefined {
  const object = useObjectNamed('service_standard')
  const { data } = useQuery({
    queryKey: ['list', 'service_standard', 'all'],
    enabled: object?.can.includes('read') === true,
    queryFn: ({ signal }) => readBeside(object?.path ?? '', { limit: 200 }, signal),
  })
  return data?.items
}

/** Customers for whom a contact is overdue by the standard of their tier; undefined where no standard says how long. */
export function useOverdue(): Filter | undefined {
  const standards = useStandards() ?? []
  return overdueBy(standards.map(({ tier, contactDays }) => ({ tier: String(tier), contactDays: daysOf(contactDays) })))
}

export function daysOf(value: unknown): number | null {
  return typeof value === 'number' ? value : null
}
