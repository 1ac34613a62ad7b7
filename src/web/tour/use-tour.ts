import { useSuspenseQuery } from '@tanstack/react-query'
import { sessionQuery } from '../api/session.ts'
import { useKeepOwn } from '../shell/use-keep-own.ts'

export const tourSteps = ['today', 'palette', 'create', 'list', 'file', 'composer', 'notices', 'help'] as const
export type TourStep = (typeof tourSteps)[number]

const over = 'over'
const left = '-left'

/** Where somebody stands in the tour; the server keeps it, so that it goes on from there on any device. */
export function useTour() {
  const tour = useSuspenseQuery(sessionQuery).data?.user.tour
  const keep = useKeepOwn()
  const step = tourSteps.find((one) => tour === one || tour === one + left) ?? tourSteps[0]
  return {
    step,
    /** It shows by itself at the first sign-in, and until somebody leaves it. */
    isOpen: tour !== undefined && tour !== over && !tour?.endsWith(left),
    /** It was left on its way. */
    isBegun: Boolean(tour?.endsWith(left)),
    go: (next: TourStep): void => keep({ tour: next }),
    leave: (): void => keep({ tour: step + left }),
    end: (): void => keep({ tour: over }),
    resume: (): void => keep({ tour: step }),
  }
}
