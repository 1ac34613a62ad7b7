import { CalendarClock } from 'lucide-react'
import { useState } from 'react'
import type { AuditQuery } from '../api/audit.ts'
import { useObjectNamed } from '../api/definitions.ts'
import { RecordDrawer } from '../form/record-drawer.tsx'
import { Button } from '../ui/button.tsx'
import { useWords } from '../words/words.ts'
import { valuesOf } from './report-query.ts'

/** Keeps the question of the page as a report that is mailed in a rhythm; its days are the report's own. */
export function SaveReport({ query }: { query: AuditQuery }) {
  const { t } = useWords()
  const [isOpen, setOpen] = useState(false)
  const object = useObjectNamed('log_report')
  if (!object?.can.includes('create')) return null
  const close = (): void => setOpen(false)
  return (
    <>
      <Button icon={CalendarClock} onClick={() => setOpen(true)}>
        {t('audit.saveReport')}
      </Button>
      {isOpen && <RecordDrawer object={object} fixed={valuesOf(query)} onClose={close} onSaved={close} />}
    </>
  )
}
