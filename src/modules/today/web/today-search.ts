import type { ObjectWire } from '#shared/wire'

/** Whose work the page shows: what the reader holds, or all that the reader may see. */
export type Whose = 'mine' | 'all'
/** `team`: the work of all, by person. */
export type TodaySearch = { whose?: Whose | 'team' }

/** Reads the search part of the page's address; what makes no sense there is left out. */
export function readTodaySearch({ whose }: Record<string, unknown>): TodaySearch {
  return whose === 'mine' || whose === 'all' || whose === 'team' ? { whose } : {}
}

/** Whether the page has something to say to a reader of these objects. */
export function hasToday(objects: readonly ObjectWire[]): boolean {
  return objects.some((object) => object.name === 'customer' && object.can.includes('read'))
}
