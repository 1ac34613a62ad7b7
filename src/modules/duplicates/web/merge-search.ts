/** Which records are merged; the first one stays. */
export type MergeSearch = { ids?: string[] }

const most = 11

/** Reads the search part of the page's address; what makes no sense there is left out. */
export function readMergeSearch({ ids }: Record<string, unknown>): MergeSearch {
  const named = Array.isArray(ids) ? ids.filter((id): id is string => typeof id === 'string') : []
  return named.length ? { ids: [...new Set(named)].slice(0, most) } : {}
}
