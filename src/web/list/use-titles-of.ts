import { useQueries } from '@tanstack/react-query'
import type { FieldWire, Titles } from '#shared/wire'
import { useObjects } from '../api/definitions.ts'
import { recordQuery } from '../api/records.ts'

/** Titles of the records that a filter names: an address carries their ids alone. */
export function useTitlesOf(field: FieldWire | undefined, value: unknown): Titles {
  const objects = useObjects()
  const pointsTo = field?.kind === 'user' || field?.kind === 'unit' ? field.kind : field?.options.object
  const target = objects.find((object) => object.name === pointsTo)
  const ids = target ? (Array.isArray(value) ? value : [value]).filter((id) => typeof id === 'string') : []
  return useQueries({
    queries: target ? ids.map((id) => recordQuery(target, id)) : [],
    combine: (answers) =>
      Object.fromEntries(
        answers.flatMap(({ data }) => (data && target ? [[data.id, String(data[target.title] ?? data.id)]] : [])),
      ),
  })
}
