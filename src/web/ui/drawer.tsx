import { Drawer as KitDrawer } from 'antd'
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useWords } from '../words/words.ts'
import { IconButton } from './button.tsx'
import 'virtual:antd/drawer.css'

type DrawerProps = {
  open: boolean
  title: string
  onClose: () => void
  children: ReactNode
  foot?: ReactNode
  width?: number
  /** Further buttons beside the one that closes. */
  actions?: ReactNode
  /** The page beside the sheet stays in sight and in use. */
  beside?: boolean
}

/** A sheet from the side; on the phone it fills the page. */
export function Drawer({ open, title, onClose, children, foot, width = 520, actions, beside }: DrawerProps) {
  const { t } = useWords()
  return (
    <KitDrawer
      open={open}
      title={title}
      onClose={onClose}
      closable={false}
      size={`min(${width}px, 100vw)`}
      mask={!beside}
      {...(beside && { 'aria-modal': false })}
      extra={
        <>
          {actions}
          <IconButton icon={X} label={t('action.close')} onClick={onClose} />
        </>
      }
      footer={foot}
      destroyOnHidden
    >
      {children}
    </KitDrawer>
  )
}
