import { ListFilterPlus, X } from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import type { ObjectWire } from '#shared/wire'
import type { ListQuery } from '../api/records.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { SearchField } from '../ui/search-field.tsx'
import { useDebounced } from '../ui/use-debounced.ts'
import { useWords } from '../words/words.ts'
import { type Clause, clausesOf, filterOf } from './conditions.ts'
import { FilterClause } from './filter-clause.tsx'
import { FilterPopover } from './filter-popover.tsx'
import type { ChangeQuery } from './list-page.tsx'
import './filter.css'

type FilterBarProps = { object: ObjectWire; query: ListQuery; onChange: ChangeQuery }

/** Search within the list, the conditions that its records meet, all of them, and at the end what `children` offer. */
export function FilterBar({ object, query, onChange, children }: FilterBarProps & { children?: ReactNode }) {
  const { t } = useWords()
  const clauses = clausesOf(query.where)
  const setClauses = (next: readonly Clause[]): void => onChange({ where: filterOf(next) })
  const replace = (index: number, clause?: Clause): void =>
    setClauses((clauses ?? []).flatMap((was, at) => (at !== index ? [was] : clause ? [clause] : [])))
  const without = (index: number): ListQuery => ({
    ...query,
    where: filterOf((clauses ?? []).filter((_, at) => at !== index)),
  })
  return (
    <div className="filter-bar">
      {object.searchable && <ListSearch {...{ object, query, onChange }} />}
      {clauses?.map((clause, index) => (
        <FilterClause
          // biome-ignore lint/suspicious/noArrayIndexKey: two clauses may say the same; their place is all that tells them apart
          key={index}
          object={object}
          clause={clause}
          within={without(index)}
          onChange={(next) => replace(index, next)}
        />
      ))}
      {clauses ? (
        <FilterPopover object={object} within={query} onApply={(line) => setClauses([...clauses, [[line]]])}>
          <Button icon={ListFilterPlus} look="quiet">
            {t('filter.add')}
          </Button>
        </FilterPopover>
      ) : (
        <span className="filter-chip">
          {t('filter.complex')}
          <IconButton icon={X} size={14} label={t('filter.remove')} onClick={() => onChange({ where: undefined })} />
        </span>
      )}
      {(clauses?.flat(2).length ?? 0) > 1 && (
        <Button look="quiet" onClick={() => onChange({ where: undefined })}>
          {t('filter.clear')}
        </Button>
      )}
      {children && <span className="filter-more">{children}</span>}
    </div>
  )
}

function ListSearch({ object, query, onChange }: FilterBarProps) {
  const { t, labelOfMany } = useWords()
  const isNumbered = object.fields.some(({ kind }) => kind === 'archive_number')
  const [text, setText] = useState(query.search ?? '')
  const term = useDebounced(text.trim(), 250)
  const inAddress = query.search ?? ''
  useEffect(() => {
    setText((was) => (was.trim() === inAddress ? was : inAddress))
  }, [inAddress])
  // Only what is typed moves the address; `inAddress` alone changing is the reader going back.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    if (term !== inAddress) onChange({ search: term || undefined })
  }, [term])
  return (
    <SearchField
      className="list-search"
      label={t('list.search')}
      placeholder={
        isNumbered ? t('list.searchPlaceholder') : t('list.searchNamed', { name: labelOfMany(object.label) })
      }
      value={text}
      onText={setText}
    />
  )
}
