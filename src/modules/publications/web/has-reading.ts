import type { ObjectWire } from '#shared/wire'

/** Whether there is anything published that a reader of these objects could read. */
export function hasReading(objects: readonly ObjectWire[]): boolean {
  return objects.some(({ name, can }) => name === 'edition' && can.includes('read'))
}
