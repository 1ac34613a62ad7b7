import { Search } from 'lucide-react'
import { type KeyboardEvent, type MouseEvent, useEffect, useId, useRef, useState } from 'react'
import { useWords } from '../words/words.ts'
import type { PaletteItem } from './palette-item.ts'
import { PaletteList } from './palette-list.tsx'
import { usePaletteItems } from './use-palette-items.tsx'

/** Goes anywhere, finds any record by a part of its name, number or phone, makes and runs: arrows choose, Enter does it. */
export function Palette({ onClose }: { onClose: () => void }) {
  const { t } = useWords()
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const [{ text, at }, setState] = useState({ text: '', at: 0 })
  const { items, isDone, refusal } = usePaletteItems(text)
  useEffect(() => {
    dialog.current?.showModal()
  }, [])
  const run = (item: PaletteItem): void => {
    onClose()
    item.run()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const chosen = items[at]
    if (event.key === 'Enter' && chosen && !event.nativeEvent.isComposing) run(chosen)
    else if (event.key === 'ArrowDown') setState({ text, at: Math.min(items.length - 1, at + 1) })
    else if (event.key === 'ArrowUp') setState({ text, at: Math.max(0, at - 1) })
    else return
    event.preventDefault()
  }
  const closeOutside = (event: MouseEvent): void => {
    if (event.target === dialog.current) onClose()
  }
  const active = items[at] && `${id}-${at}`
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard's way out is Escape
    <dialog ref={dialog} className="palette" aria-label={t('palette.open')} onClose={onClose} onClick={closeOutside}>
      <div className="palette-field">
        <Search size={17} aria-hidden />
        <input
          role="combobox"
          autoComplete="off"
          aria-autocomplete="list"
          aria-expanded={items.length > 0}
          aria-controls={id}
          aria-activedescendant={active}
          aria-label={t('search.label')}
          placeholder={t('palette.placeholder')}
          value={text}
          onKeyDown={onKeyDown}
          onChange={(event) => setState({ text: event.target.value, at: 0 })}
        />
      </div>
      <PaletteList id={id} items={items} at={at} isDone={isDone} refusal={refusal} onRun={run} onClose={onClose} />
    </dialog>
  )
}
