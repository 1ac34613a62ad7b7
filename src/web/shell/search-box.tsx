import { Search } from 'lucide-react'
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { useWords } from '../words/words.ts'
import { SearchResults } from './search-results.tsx'
import { useFound } from './use-found.ts'
import { useOpenFound } from './use-open-found.ts'
import { useSlashKey } from './use-slash-key.ts'
import '../ui/search-field.css'

/** Finds any record by a part of its name, number or phone: `/` goes there, arrows choose, Enter opens. */
export function SearchBox() {
  const { t } = useWords()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [{ text, at, isOpen }, setState] = useState({ text: '', at: 0, isOpen: false })
  const { items, isDone, refusal } = useFound(text)
  const open = useOpenFound(() => {
    setState({ text: '', at: 0, isOpen: false })
    input.current?.blur()
  })
  useSlashKey(input)
  const show = (next: boolean): void => setState((was) => ({ ...was, isOpen: next }))
  const onKeyDown = (event: KeyboardEvent): void => {
    const chosen = items[at]
    if (event.key === 'Escape') show(false)
    else if (event.key === 'Enter' && chosen && !event.nativeEvent.isComposing) open(chosen)
    else if (event.key === 'ArrowDown') setState({ text, isOpen, at: Math.min(items.length - 1, at + 1) })
    else if (event.key === 'ArrowUp') setState({ text, isOpen, at: Math.max(0, at - 1) })
    else return
    event.preventDefault()
  }
  const isShown = isOpen && text.trim() !== '' && isDone
  return (
    <search
      className="search-field search-box"
      onBlur={(event) => event.currentTarget.contains(event.relatedTarget) || show(false)}
    >
      <Search size={15} aria-hidden />
      <input
        ref={input}
        {...comboboxOf(id, isShown, items[at] && at)}
        aria-label={t('search.label')}
        placeholder={t('search.placeholder')}
        value={text}
        onFocus={() => show(true)}
        onKeyDown={onKeyDown}
        onChange={(event) => setState({ text: event.target.value, at: 0, isOpen: true })}
      />
      <kbd aria-hidden>/</kbd>
      {isShown && <SearchResults id={id} items={items} refusal={refusal} at={at} onOpen={open} />}
    </search>
  )
}

function comboboxOf(id: string, isShown: boolean, at: number | undefined) {
  const active = isShown && at !== undefined ? `${id}-${at}` : undefined
  const fixed = { role: 'combobox', autoComplete: 'off', 'aria-autocomplete': 'list' } as const
  return { ...fixed, 'aria-expanded': isShown, 'aria-controls': id, 'aria-activedescendant': active }
}
