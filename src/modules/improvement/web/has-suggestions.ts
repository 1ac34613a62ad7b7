import type { ObjectWire } from '#shared/wire'

/** Whether a reader of these objects may suggest something. */
export function hasSuggestions(objects: readonly ObjectWire[]): boolean {
  return objects.some(({ name, can }) => name === 'suggestion' && can.includes('read'))
}
