import type { KeyboardEvent } from 'react'

/** What a key means to a single input: save, leave, or nothing, because an open list or a second line needs it. */
export function editKey(event: KeyboardEvent): 'save' | 'leave' | undefined {
  const { target } = event
  if (!(target instanceof HTMLElement) || target instanceof HTMLButtonElement) return undefined
  if (target.getAttribute('aria-expanded') === 'true') return undefined
  if (event.key === 'Escape') return 'leave'
  const breaksLine = target instanceof HTMLTextAreaElement && !event.ctrlKey && !event.metaKey
  return event.key === 'Enter' && !breaksLine && !event.nativeEvent.isComposing ? 'save' : undefined
}
