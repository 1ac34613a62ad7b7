import type { ObjectWire } from '#shared/wire'
import { useDuties, useOwnId } from '../api/session.ts'
import type { Counted } from '../api/use-total.ts'

// Of all that waits for somebody, they may decide on some.
const deciders = ['roles', 'appoint', 'exports']

/** Change requests of others that wait, for those who decide on such. */
export function useAwaiting(object: ObjectWire | undefined): Counted | undefined {
  const me = useOwnId()
  const decides = useDuties().some((duty) => deciders.includes(duty))
  return object && decides ? { object, where: { state: 'pending', proposer: { ne: me } } } : undefined
}
