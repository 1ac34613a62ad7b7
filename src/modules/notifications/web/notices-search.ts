/** Which notices the page shows. */
export type Which = 'unread' | 'all'

/** Reads the search part of the page's address; what makes no sense there is left out. */
export function readNoticesSearch({ which }: Record<string, unknown>): { which?: Which } {
  return which === 'unread' ? { which } : {}
}
