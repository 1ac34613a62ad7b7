import { ListFilterPlus, Search, X } from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import type { ObjectWire } from '#shared/wire'
import type { ListQuery } from '../api/records.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { useDebounced } from '../ui/use-debounced.ts'
import { useWords } from '../words/words.ts'
import { type ConditionLine, filterOf, linesOf } from './conditions.ts'
import { FilterChip } from './filter-chip.tsx'
import { FilterPopover } from './filter-popover.tsx'
import type { ChangeQuery } from './list-page.tsx'
import '../ui/search-field.css'

type FilterBarProps = { object: ObjectWire; query: ListQuery; onChange: ChangeQuery }

/** Search within the list, the conditions that its records meet, all of them, and at the end what `children` offer. */
export function FilterBar({ object, query, onChange, children }: FilterBarProps & { children?: ReactNode }) {
  const { t } = useWords()
  const lines = linesOf(query.where)
  const setLines = (next: readonly ConditionLine[]): void => onChange({ where: filterOf(next) })
  const replace = (index: number, line?: ConditionLine): void =>
    setLines((lines ?? []).flatMap((was, at) => (at !== index ? [was] : line ? [line] : [])))
  return (
    <div className="filter-bar">
      {object.searchable && <ListSearch {...{ object, query, onChange }} />}
      {lines?.map((line, index) => (
        <FilterChip
          // biome-ignore lint/suspicious/noArrayIndexKey: two lines may say the same; their place is all that tells them apart
          key={index}
          object={object}
          line={line}
          onChange={(next) => replace(index, next)}
          onRemove={() => replace(index)}
        />
      ))}
      {lines ? (
        <FilterPopover object={object} onApply={(line) => setLines([...lines, line])}>
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
      {(lines?.length ?? 0) > 1 && (
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
    <span className="search-field list-search">
      <Search size={15} aria-hidden />
      <input
        type="search"
        aria-label={t('list.search')}
        placeholder={
          isNumbered ? t('list.searchPlaceholder') : t('list.searchNamed', { name: labelOfMany(object.label) })
        }
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
    </span>
  )
}
