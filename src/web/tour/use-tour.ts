import { useSuspenseQuery } from '@tanstack/react-query'
import { sessionQuery } from '../api/session.ts'
import { useKeepOwn } from '../shell/use-keep-own.ts'

export const tourSteps = ['today', 'palette', 'create', 'list', 'file', 'composer', 'notices', 'help'] as const
export type TourStep = (typeof tourSteps)[number]

// Who asks for a step is taken to where it is; whoever the tour meets by itself stays where they are.
let isAsked = false
let isFollowed = false

/** Whether somebody has just asked for the step that is shown; said once. */
export function takeAsked(): boolean {
  const was = isAsked
  isAsked = false
  return was
}

/** Whether somebody follows the tour, and does not only meet it. */
export function followsTour(): boolean {
  return isFollowed
}

const over = 'over'
const left = '-left'

/** Where somebody stands in the tour; the server keeps it, so that it goes on from there on any device. */
export function useTour() {
  const tour = useSuspenseQuery(sessionQuery).data?.user.tour
  const keep = useKeepOwn()
  const step = tourSteps.find((one) => tour === one || tour === one + left) ?? tourSteps[0]
  const go = (next: TourStep): void => {
    isAsked = true
    isFollowed = true
    keep({ tour: next })
  }
  return {
    step,
    /** It shows by itself at the first sign-in, and until somebody leaves it. */
    isOpen: tour !== undefined && tour !== over && !tour?.endsWith(left),
    /** It was left on its way. */
    isBegun: Boolean(tour?.endsWith(left)),
    go,
    leave: (): void => keep({ tour: step + left }),
    end: (): void => keep({ tour: over }),
    resume: (): void => go(step),
  }
}
