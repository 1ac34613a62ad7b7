import { useEffect, useRef } from 'react'
import { EmergencyLink } from '../../modules/emergency/web/emergency-link.tsx'
import { useWords } from '../words/words.ts'
import type { PaletteItem } from './palette-item.ts'

type PaletteListProps = {
  id: string
  items: readonly PaletteItem[]
  at: number
  /** The search has answered. */
  isDone: boolean
  refusal?: string
  onRun: (item: PaletteItem) => void
  onClose: () => void
}

/** What the text means: commands, then records, each under its heading. */
export function PaletteList({ id, items, at, isDone, refusal, onRun, onClose }: PaletteListProps) {
  const { t } = useWords()
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  })
  if (items.length === 0) {
    return (
      <div className="palette-none" id={id} role="status">
        {refusal ?? (isDone && t('search.none'))} {isDone && !refusal && <EmergencyLink onFollow={onClose} />}
      </div>
    )
  }
  const numbered = items.map((item, index) => ({ item, index }))
  return (
    <div ref={list} className="palette-list" id={id} role="listbox" aria-label={t('search.results')}>
      {[...Map.groupBy(numbered, ({ item }) => item.group)].map(([group, members]) => (
        // biome-ignore lint/a11y/useSemanticElements: a group of options is no fieldset
        <div key={group} role="group" aria-label={t(`palette.${group}`)}>
          <div className="palette-heading" aria-hidden>
            {t(`palette.${group}`)}
          </div>
          {members.map(({ item, index }) => (
            // The input that owns this list hears the keys; the mouse must not take the focus from it.
            // biome-ignore lint/a11y/useKeyWithClickEvents: see above
            <div
              key={item.key}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              className="palette-item"
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onRun(item)}
            >
              {item.icon}
              <span className="palette-text">
                <span className="truncate" title={item.title}>
                  {item.title}
                </span>
                {item.detail && <span className="meta truncate">{item.detail}</span>}
              </span>
              {item.meta && <span className="meta">{item.meta}</span>}
            </div>
          ))}
        </div>
      ))}
    </div>
  )
}
