import type { ObjectType } from '../object/object-type.ts'

/**
 * Titles of records that everybody may see, such as colleagues and units: nearly every answer names some. Dropped when
 * a record of the object is written, here or by another process.
 */
export type TitleCache = {
  of(
    place: { type: ObjectType; field: string },
    ids: readonly string[],
    load: (missing: readonly string[]) => Promise<Readonly<Record<string, string>>>,
  ): Promise<Record<string, string>>
  forget(object: string): void
}

const mostKept = 5_000
const keptMs = 60_000

type Kept = { titles: Map<string, string>; until: number }

export function openTitleCache(): TitleCache {
  const cache = new Map<string, Kept & { type: ObjectType }>()
  const keptOf = ({ type, field }: { type: ObjectType; field: string }): Kept => {
    const key = `${type.name} ${field}`
    const known = cache.get(key)
    // A definition that was changed may have another title.
    if (known?.type === type && known.until > Date.now() && known.titles.size < mostKept) return known
    const fresh = { type, titles: new Map<string, string>(), until: Date.now() + keptMs }
    cache.set(key, fresh)
    return fresh
  }
  return {
    forget: (object) => {
      for (const [key, { type }] of cache) if (type.name === object) cache.delete(key)
    },
    of: async (place, ids, load) => {
      // What is forgotten while it is being loaded fills a map that nobody reads any more.
      const { titles } = keptOf(place)
      const missing = ids.filter((id) => !titles.has(id))
      const loaded = missing.length ? await load(missing) : {}
      for (const [id, title] of Object.entries(loaded)) titles.set(id, title)
      return Object.fromEntries(ids.flatMap((id) => (titles.has(id) ? [[id, titles.get(id) ?? '']] : [])))
    },
  }
}
