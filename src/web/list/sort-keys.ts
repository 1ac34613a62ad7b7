/** One key of a list's order: `-name` sorts by name, last first. */
export type SortKey = { field: string; descending: boolean }

const most = 3

export function readSort(sort: string | undefined): readonly SortKey[] {
  if (!sort) return []
  return sort.split(',').map((key) => ({ field: key.replace(/^-/, ''), descending: key.startsWith('-') }))
}

function writeSort(keys: readonly SortKey[]): string | undefined {
  return keys.length ? keys.map(({ field, descending }) => (descending ? `-${field}` : field)).join(',') : undefined
}

/** The order after a click on a heading: upwards, downwards, as before. `within`: the keys before it stay. */
export function turnSort(sort: string | undefined, field: string, within: boolean): string | undefined {
  const keys = readSort(sort)
  const was = keys.find((key) => key.field === field)
  const next: readonly SortKey[] = was?.descending ? [] : [{ field, descending: was !== undefined }]
  if (!within) return writeSort(next)
  if (was) return writeSort(keys.flatMap((key) => (key === was ? next : [key])))
  return writeSort([...keys, ...next].slice(-most))
}
