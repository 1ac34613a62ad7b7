import { useEffect, useEffectEvent } from 'react'
import type { ObjectWire, RecordAnswer } from '#shared/wire'
import { type Call, noteCall, takeLastCall } from '../reveal/contact.ts'

/** A call that took longer was another one. */
const longestMs = 4 * 3_600_000

/** Calls back when somebody comes back to this file from a call that began here. */
export function useAfterCall(object: ObjectWire, record: RecordAnswer, onBack: (call: Call) => void): void {
  const { id } = record
  const { name } = object
  const look = useEffectEvent((): void => {
    if (document.hidden) return
    const call = takeLastCall()
    if (call && Date.now() - call.at.getTime() < longestMs) onBack(call)
  })
  useEffect(() => {
    // Numbers that are seen plainly are links.
    const noteLink = ({ target }: MouseEvent): void => {
      if (target instanceof Element && target.closest('a[href^="tel:"]'))
        noteCall({ object: name, record: id, name: '' })
    }
    const lookNow = (): void => look()
    document.addEventListener('click', noteLink, true)
    document.addEventListener('visibilitychange', lookNow)
    return () => {
      // On another file it is not asked about.
      takeLastCall()
      document.removeEventListener('click', noteLink, true)
      document.removeEventListener('visibilitychange', lookNow)
    }
  }, [id, name])
}
