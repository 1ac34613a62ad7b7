import { queryOptions } from '@tanstack/react-query'
import { countNames, type Figures, figuresIn, type PersonFigures, type ToldFigures } from '#shared/figures'
import { request } from '../../../web/api/request.ts'

export function figuresQuery(period: string) {
  return queryOptions({
    queryKey: ['list', 'indicator_score', 'period', period],
    queryFn: ({ signal }) => request<ToldFigures>('GET', '/indicators', { query: { period }, signal }),
  })
}

/** What several people's work comes to together; an age in the middle of several middles would be none. */
export function together(people: readonly Figures[]): Figures {
  const sums = countNames.map((name) => [name, people.reduce((sum, one) => sum + one[name], 0)])
  return figuresIn({ ...Object.fromEntries(sums), age: people.length === 1 ? people[0]?.age : null })
}

/** Whose figures are looked at: of one person, of the people of a unit, or of all that the reader sees. */
export type Whose = { sort: 'person' | 'unit' | 'all'; id: string | null; name: string }

export const personOf = ({ id, name }: PersonFigures): Whose => ({ sort: 'person', id, name })

export function isSame(one: Whose, other: Whose): boolean {
  return one.sort === other.sort && one.id === other.id
}
