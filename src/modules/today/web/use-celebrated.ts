import { useQuery } from '@tanstack/react-query'
import { daysAfter, solarKeys } from '../../../field-types/birthday/solar-keys.ts'
import { today } from './use-panels.ts'

/** In how many days each day of the year is celebrated, from today on. The lunar calendar is large, and loaded where somebody goes by it. */
export function useCelebrated(days: number, isLunar: boolean): ReadonlyMap<string, number> | undefined {
  const from = today()
  const lunar = useQuery({
    queryKey: ['celebrated', from, days],
    enabled: isLunar,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => {
      const { celebratedWithin } = await import('../../../field-types/birthday/celebrated.ts')
      return celebratedWithin(from, days)
    },
  })
  if (isLunar) return lunar.data
  const solar = Array.from({ length: days + 1 }, (_, ahead) =>
    solarKeys(daysAfter(from, ahead)).map((key) => [key, ahead] as const),
  )
  return new Map(solar.flat())
}
