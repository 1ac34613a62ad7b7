import type { ObjectWire } from '#shared/wire'

/** Whether a reader of these objects may have something to key again. */
export function hasKeying(objects: readonly ObjectWire[]): boolean {
  return objects.some(({ name, can }) => name === 'second_entry' && can.includes('read'))
}
