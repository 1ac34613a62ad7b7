import { useQuery } from '@tanstack/react-query'
import { History } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
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
import { CompletingForm } from './completing-form.tsx'

const HistoryDrawer = lazy(() =>
  import('../../file/history-drawer.tsx').then((part) => ({ default: part.HistoryDrawer })),
)

/** Until when what is missing on files is asked for, and when what was verified should be looked at again. */
export function CompletingPage() {
  const { t } = useWords()
  const object = useObjectNamed('company')
  const { data: session } = useQuery(sessionQuery)
  const id = session?.company.id
  useDocumentTitle(t('settings.completing'))
  return object?.can.includes('update') && id ? <Completing object={object} id={id} /> : <NotFoundPage />
}

function Completing({ object, id }: { object: ObjectWire; id: string }) {
  const { t } = useWords()
  const { data: record, error, refetch } = useQuery(recordQuery(object, id))
  const [isHistoryOpen, setHistoryOpen] = useState(false)
  if (!record)
    return (
      <>
        <PageHead title={t('settings.completing')} />
        {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton rows={8} />}
      </>
    )
  return (
    <>
      <CompletingForm object={object} record={record}>
        <IconButton icon={History} label={t('file.history')} onClick={() => setHistoryOpen(true)} />
      </CompletingForm>
      <Suspense fallback={null}>
        <HistoryDrawer object={object} record={record} open={isHistoryOpen} onClose={() => setHistoryOpen(false)} />
      </Suspense>
    </>
  )
}
