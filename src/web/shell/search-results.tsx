import { EmergencyLink } from '../../modules/emergency/web/emergency-link.tsx'
import { useObjects } from '../api/definitions.ts'
import { Icon } from '../ui/icon.tsx'
import { useWords } from '../words/words.ts'
import type { FoundItem } from './use-found.ts'

type SearchResultsProps = {
  id: string
  items: readonly FoundItem[]
  refusal?: string
  at: number
  onOpen: (item: FoundItem) => void
}

export function SearchResults({ id, items, refusal, at, onOpen }: SearchResultsProps) {
  const { t } = useWords()
  if (items.length === 0) {
    return (
      <p className="search-results search-none" id={id} role="status">
        {refusal ?? (
          <>
            {t('search.none')} <EmergencyLink />
          </>
        )}
      </p>
    )
  }
  return (
    <div className="search-results" id={id} role="listbox" aria-label={t('search.results')}>
      {items.map((item, index) => (
        // The input that owns this list hears the keys; the mouse must not take the focus from it.
        // biome-ignore lint/a11y/useKeyWithClickEvents: see above
        <div
          key={`${item.object}-${item.id}`}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === at}
          className="search-result"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onOpen(item)}
        >
          <FoundLine item={item} />
        </div>
      ))}
    </div>
  )
}

function FoundLine({ item: { object: name, title, detail } }: { item: FoundItem }) {
  const { label } = useWords()
  const object = useObjects().find((one) => one.name === name)
  return (
    <>
      <Icon name={object?.icon ?? 'table'} />
      <span className="search-result-text">
        <span className="truncate" title={title}>
          {title}
        </span>
        {detail && <span className="meta truncate">{detail}</span>}
      </span>
      {object && <span className="meta">{label(object.label)}</span>}
    </>
  )
}
