import { useQuery } from '@tanstack/react-query'
import { History } from 'lucide-react'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import type { ObjectWire } from '#shared/wire'
import { useObjectNamed } from '../../api/definitions.ts'
import { recordQuery } from '../../api/records.ts'
import { sessionQuery } from '../../api/session.ts'
import { NotFoundPage } from '../../shell/not-found-page.tsx'
import { useDocumentTitle } from '../../shell/use-document-title.ts'
import { IconButton } from '../../ui/button.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useWords } from '../../words/words.ts'
import { LookForm } from './look-form.tsx'
import { lookOf } from './look-values.ts'
import { showAccent } from './show-accent.ts'
import './look.css'

const HistoryDrawer = lazy(() =>
  import('../../file/history-drawer.tsx').then((part) => ({ default: part.HistoryDrawer })),
)

/** How the company looks to whoever comes to it: name, logo, accent colour, a text at the door. */
export function LookPage() {
  const { t } = useWords()
  const object = useObjectNamed('company')
  const { data: session } = useQuery(sessionQuery)
  const id = session?.company.id
  useDocumentTitle(t('settings.look'))
  return object?.can.includes('update') && id ? <Look object={object} id={id} /> : <NotFoundPage />
}

function Look({ object, id }: { object: ObjectWire; id: string }) {
  const { t } = useWords()
  const { data: record, error, refetch } = useQuery(recordQuery(object, id))
  const [isHistoryOpen, setHistoryOpen] = useState(false)
  useShown(record && { version: record.version, accent: lookOf(record).accent })
  if (!record)
    return (
      <>
        <PageHead title={t('settings.look')} />
        {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton rows={8} />}
      </>
    )
  return (
    <>
      <LookForm object={object} record={record}>
        <IconButton icon={History} label={t('file.history')} onClick={() => setHistoryOpen(true)} />
      </LookForm>
      <Suspense fallback={null}>
        <HistoryDrawer object={object} record={record} open={isHistoryOpen} onClose={() => setHistoryOpen(false)} />
      </Suspense>
    </>
  )
}

/** What was saved, or taken back, shows on this very page. */
function useShown(look: { version: number; accent: string | null } | undefined): void {
  const seen = useRef(look?.version)
  useEffect(() => {
    if (!look || look.version === seen.current) return
    const isFirst = seen.current === undefined
    seen.current = look.version
    if (isFirst) return
    showAccent(look.accent)
  }, [look])
}
