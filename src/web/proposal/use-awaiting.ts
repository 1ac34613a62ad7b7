import type { ObjectWire } from '#shared/wire'
import { useDuties, useOwnId } from '../api/session.ts'
import type { Counted } from '../api/use-total.ts'

// Of all that waits for somebody, they may decide on some.
const deciders = ['roles', 'appoint', 'exports']

/** Change requests of others that wait for the reader: by name, or for those who decide on such. */
export function useAwaiting(object: ObjectWire | undefined): Counted | undefined {
  const me = useOwnId()
  const decides = useDuties().some((duty) => deciders.includes(duty))
  if (!object || !me) return undefined
  const named = { awaits: { hasAny: [me] } }
  // What is still to be keyed again waits in nobody's inbox.
  const forDuty = { awaits: { empty: true }, whole: { empty: true }, not: { pace: 'keying' } }
  const where = decides ? { or: [named, forDuty] } : named
  return { object, where: { state: 'pending', proposer: { ne: me }, ...where } }
}
