import { Popover } from 'antd'
import { ChevronDown } from 'lucide-react'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useWords } from '../../../web/words/words.ts'
import type { Entry } from './entries.ts'
import { type Change, noRow, type Rights } from './rights.ts'
import { ScopeForm } from './scope-form.tsx'
import 'virtual:antd/popover.css'
import 'virtual:antd/tooltip.css'

type ScopeButtonProps = { entry: Entry; rights: Rights; onChange?: Change; place?: string; isHere?: boolean }

/** How far the rights of a line reach, and the way to another reach. */
export function ScopeButton({ entry, rights, onChange, place, isHere }: ScopeButtonProps) {
  const { t } = useWords()
  const [isOpen, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const said = useScopeWord()(entry, rights)
  if (!onChange || !entry.held) return said ? <span className="scope-word muted">{said}</span> : null
  const close = (): void => {
    setOpen(false)
    button.current?.focus()
  }
  const closeByKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !isOpen) return
    event.stopPropagation()
    close()
  }
  const label = t('roles.scopeOf', { object: entry.label, scope: said })
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the key comes up from the button and from what it opened
    <span onKeyDown={closeByKey}>
      <Popover
        rootClassName="scope-popover"
        trigger="click"
        open={isOpen}
        onOpenChange={setOpen}
        placement="bottomLeft"
        arrow={false}
        content={<ScopeForm entry={entry} rights={rights} onChange={onChange} onClose={close} />}
        destroyOnHidden
      >
        <button
          ref={button}
          type="button"
          className="scope-button"
          aria-label={label}
          data-cell={place}
          tabIndex={place === undefined || isHere ? 0 : -1}
        >
          <span className="truncate">{said}</span>
          <ChevronDown size={13} aria-hidden />
        </button>
      </Popover>
    </span>
  )
}

/** The scope of a line; what only its area says is told as such. */
function useScopeWord(): (entry: Entry, rights: Rights) => string {
  const { t } = useWords()
  return ({ name, area, at = 0, held }, rights) => {
    const reach = (rights[name] ?? noRow).reaches[at]
    if (!held) return reach ? t('roles.scopes.all') : ''
    if (reach?.scope === 'chosen') return t('roles.chosenUnits', { count: reach.units.length })
    if (reach) return t(`roles.scopes.${reach.scope}`)
    return area && rights[area]?.reaches.length ? t('roles.asArea') : '—'
  }
}
