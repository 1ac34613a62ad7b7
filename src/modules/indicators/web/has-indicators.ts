import type { ObjectWire } from '#shared/wire'

/** Whether there are figures of the reader's own, or of the people whom they lead. */
export function hasIndicators(objects: readonly ObjectWire[]): boolean {
  return objects.some(({ name, can }) => name === 'indicator_score' && can.includes('read'))
}
