import { Download } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useObjectNamed } from '../api/definitions.ts'
import { Button } from '../ui/button.tsx'
import { useWords } from '../words/words.ts'
import type { Exported } from './export-drawer.tsx'

const ExportDrawer = lazy(() => import('./export-drawer.tsx').then((part) => ({ default: part.ExportDrawer })))

/** Leads to the form; not there for who may not export the object, or sees no exports. */
export function ExportButton({ small, ...exported }: Exported & { small?: boolean }) {
  const { t } = useWords()
  const [isOpen, setOpen] = useState(false)
  const seesExports = useObjectNamed('export')?.can.includes('read')
  if (!seesExports || !exported.object.can.includes('export')) return null
  return (
    <>
      <Button icon={Download} small={small} onClick={() => setOpen(true)}>
        {t('export.action')}
      </Button>
      <Suspense fallback={null}>
        {isOpen && <ExportDrawer exported={exported} onClose={() => setOpen(false)} />}
      </Suspense>
    </>
  )
}
