import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react'
import './tabs.css'

type Tab<Name extends string> = { name: Name; label: string }

type TabsProps<Name extends string> = {
  label: string
  tabs: readonly Tab<Name>[]
  chosen: Name
  onChoose: (name: Name) => void
  children: ReactNode
}

/** Several views of one thing in one place; the arrow keys go from one to the next. A single one needs no tab. */
export function Tabs<Name extends string>({ label, tabs, chosen, onChoose, children }: TabsProps<Name>) {
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const turn = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (!step) return
    event.preventDefault()
    const at = tabs.findIndex(({ name }) => name === chosen)
    const next = (at + step + tabs.length) % tabs.length
    const tab = tabs[next]
    if (tab) onChoose(tab.name)
    list.current?.querySelectorAll('button')[next]?.focus()
  }
  const isAlone = tabs.length < 2
  const panel = { role: 'tabpanel', id: `${id}-panel`, 'aria-labelledby': `${id}-${chosen}` }
  return (
    <>
      {!isAlone && (
        <div ref={list} className="tabs" role="tablist" aria-label={label} onKeyDown={turn}>
          {tabs.map(({ name, label: text }) => (
            <button
              key={name}
              type="button"
              role="tab"
              id={`${id}-${name}`}
              aria-controls={`${id}-panel`}
              aria-selected={name === chosen}
              tabIndex={name === chosen ? 0 : -1}
              onClick={() => onChoose(name)}
            >
              {text}
            </button>
          ))}
        </div>
      )}
      <div {...(!isAlone && panel)}>{children}</div>
    </>
  )
}
