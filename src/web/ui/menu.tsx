import { Dropdown } from 'antd'
import type { LucideIcon } from 'lucide-react'
import type { ReactElement } from 'react'
import 'virtual:antd/dropdown.css'

export type MenuEntry =
  | { key: string; label: string; icon?: LucideIcon; danger?: boolean; checked?: boolean; run: () => void }
  | 'line'

/** A menu that opens from the button given as child. */
export function Menu({ entries, children }: { entries: readonly MenuEntry[]; children: ReactElement }) {
  const items = entries.map((entry, index) => {
    if (entry === 'line') return { type: 'divider' as const, key: `line-${index}` }
    const { key, label, icon: Drawn, danger, run } = entry
    return { key, label, danger, icon: Drawn && <Drawn size={15} strokeWidth={1.75} aria-hidden />, onClick: run }
  })
  const chosen = entries.flatMap((entry) => (entry !== 'line' && entry.checked ? [entry.key] : []))
  return (
    <Dropdown
      trigger={['click']}
      menu={{ items, selectable: chosen.length > 0, selectedKeys: chosen }}
      placement="bottomRight"
    >
      {children}
    </Dropdown>
  )
}
