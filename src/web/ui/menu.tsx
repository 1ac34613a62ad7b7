// The kit's own door leads to its split button as well, which nothing here is.
import Dropdown from 'antd/es/dropdown/dropdown'
import type { LucideIcon } from 'lucide-react'
import type { ReactElement } from 'react'
import 'virtual:antd/dropdown.css'

export type MenuItem = {
  key: string
  label: string
  icon?: LucideIcon
  danger?: boolean
  checked?: boolean
  disabled?: boolean
  run: () => void
}

export type MenuEntry = MenuItem | { key: string; title: string; items: readonly MenuItem[] } | 'line'

/** A menu that opens from the button given as child; at once, as entries that still move are missed by a quick hand. */
export function Menu({ entries, children }: { entries: readonly MenuEntry[]; children: ReactElement }) {
  const items = entries.map((entry, index) => {
    if (entry === 'line') return { type: 'divider' as const, key: `line-${index}` }
    if ('title' in entry)
      return { type: 'group' as const, key: entry.key, label: entry.title, children: entry.items.map(drawn) }
    return drawn(entry)
  })
  const chosen = entries.flatMap((entry) => itemsOf(entry).flatMap(({ key, checked }) => (checked ? [key] : [])))
  return (
    <Dropdown
      trigger={['click']}
      menu={{ items, selectable: chosen.length > 0, selectedKeys: chosen, className: 'menu' }}
      placement="bottomRight"
      transitionName=""
    >
      {children}
    </Dropdown>
  )
}

function drawn({ key, label, icon: Drawn, danger, disabled, run }: MenuItem) {
  const icon = Drawn && <Drawn size={15} strokeWidth={1.75} aria-hidden />
  return { key, label, danger, disabled, icon, onClick: run }
}

function itemsOf(entry: MenuEntry): readonly MenuItem[] {
  if (entry === 'line') return []
  return 'title' in entry ? entry.items : [entry]
}
