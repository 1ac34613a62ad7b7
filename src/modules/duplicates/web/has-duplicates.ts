import type { ObjectWire } from '#shared/wire'

/** Whether records of the object are looked for that are one, and the reader may do something about them. */
export function isCompared({ compared, can }: ObjectWire): boolean {
  return compared && can.includes('update')
}

/** Whether a reader of these objects may have something to merge. */
export function hasDuplicates(objects: readonly ObjectWire[]): boolean {
  return objects.some(isCompared)
}
