import type { ObjectWire } from '#shared/wire'

/** Whether a reader of these objects may have something to review. */
export function hasReviews(objects: readonly ObjectWire[]): boolean {
  return objects.some(({ name, can }) => name === 'review_item' && can.includes('read'))
}
