import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Filter } from '#shared/filter'
import type { ListWire, ObjectWire } from '#shared/wire'
import { useObjectNamed } from '../api/definitions.ts'
import { request } from '../api/request.ts'
import type { CellProps, InputProps } from '../kind-web.ts'
import { ToldCase } from '../settings/rules/told-case.tsx'
import type { OfObject } from '../ui/filter-parts.ts'
import { useWords } from '../words/words.ts'
import { FilterBar } from './filter-bar.tsx'

/** Conditions on the records of an object, as its list has them, and how many meet them now. */
export function FilterInput({ object: named, children, ...input }: InputProps & OfObject) {
  const object = useObjectNamed(named)
  return object?.can.includes('read') ? <Conditions {...input} object={object} /> : children
}

function Conditions({ object, value, onChange, ...input }: InputProps & { object: ObjectWire }) {
  const { label } = useWords()
  const where = filterIn(value)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset has a frame and a legend of its own
    <div
      role="group"
      id={input.id}
      aria-label={input.label ?? label(input.field.label)}
      aria-describedby={input.describedBy}
      className="filter-field"
    >
      <FilterBar
        object={{ ...object, searchable: false }}
        query={{ where }}
        onChange={(next) => onChange(next.where ?? null)}
      />
      <Met object={object} where={where} />
    </div>
  )
}

/** How many records meet them, of those that the reader sees. */
function Met({ object, where }: { object: ObjectWire; where: Filter | undefined }) {
  const { t, totalOf, labelOfMany } = useWords()
  const { data } = useQuery({
    queryKey: ['list', object.name, 'met', where ?? null],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => request<ListWire>('GET', `/${object.path}`, { query: { where, limit: 1 }, signal }),
  })
  return (
    <p className="meta" aria-live="polite">
      {data && t('filter.met', { total: totalOf(data), name: labelOfMany(object.label) })}
    </p>
  )
}

/** The same in words. */
export function ToldFilter({ object: named, value, children }: CellProps & OfObject) {
  const object = useObjectNamed(named)
  const where = filterIn(value)
  return object && where ? <ToldCase object={object} where={where} /> : children
}

function filterIn(value: unknown): Filter | undefined {
  // The server has checked each of its keys.
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Filter) : undefined
}
