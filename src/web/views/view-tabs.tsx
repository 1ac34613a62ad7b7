import type { ReactNode } from 'react'
import { Tabs } from '../ui/tabs.tsx'
import { useWords } from '../words/words.ts'
import { type SavedView, whole } from './views.ts'
import './views.css'

type ViewTabsProps = {
  views: readonly SavedView[]
  chosen?: SavedView
  onChoose: (view: SavedView | undefined) => void
  children: ReactNode
}

/** The whole list and its saved views beside each other; a list without any has no tabs. */
export function ViewTabs({ views, chosen, onChoose, children }: ViewTabsProps) {
  const { t } = useWords()
  const tabs = [{ name: whole, label: t('view.all') }, ...views.map(({ id, name }) => ({ name: id, label: name }))]
  return (
    <div className="view-tabs">
      <Tabs
        label={t('view.label')}
        tabs={tabs}
        chosen={chosen?.id ?? whole}
        onChoose={(name) => onChoose(views.find(({ id }) => id === name))}
      >
        {children}
      </Tabs>
    </div>
  )
}
