import { Tag } from 'lucide-react'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import type { ObjectWire } from '#shared/wire'
import { useIsOn } from '../api/definitions.ts'
import type { MenuEntry } from '../ui/menu.tsx'
import { useWords } from '../words/words.ts'

const LabelsDrawer = lazy(() => import('./labels-drawer.tsx').then((part) => ({ default: part.LabelsDrawer })))

type Labels = { entries: readonly MenuEntry[]; drawer: ReactNode; open?: () => void }

/** Leads to labels of these files; nothing for who may not print, or where there are no paper files. */
export function useLabels(object: ObjectWire, ids: readonly string[]): Labels {
  const { t } = useWords()
  const [isOpen, setOpen] = useState(false)
  const isOn = useIsOn('labels')
  if (!isOn || !object.paper || !object.can.includes('print')) return { entries: [], drawer: null }
  const open = (): void => setOpen(true)
  return {
    open,
    entries: [{ key: 'labels', label: t('labels.action'), icon: Tag, run: open }],
    drawer: (
      <Suspense fallback={null}>
        {isOpen && <LabelsDrawer object={object} ids={ids} onClose={() => setOpen(false)} />}
      </Suspense>
    ),
  }
}
