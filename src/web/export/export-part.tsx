import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import { useEffect } from 'react'
import type { ObjectWire, RecordAnswer } from '#shared/wire'
import { saveExport } from '../api/files.ts'
import { jobQuery } from '../api/jobs.ts'
import { refresh } from '../api/records.ts'
import { request } from '../api/request.ts'
import { useOwnId } from '../api/session.ts'
import { Button } from '../ui/button.tsx'
import { Progress } from '../ui/progress.tsx'
import { toastError } from '../ui/toast.tsx'
import { useWords } from '../words/words.ts'
import '../file/in-place.css'
import './export.css'

type ExportPartProps = { object: ObjectWire; record: RecordAnswer }

/** What its requester does with an export: wait, fetch it once, or want it no longer. */
export function ExportPart({ object, record }: ExportPartProps) {
  const { t } = useWords()
  const me = useOwnId()
  const client = useQueryClient()
  const settled = (): void => refresh(client, object.name, [record.id])
  const save = useMutation({ mutationFn: () => saveExport(record.id), onSettled: settled, onError: toastError })
  const cancel = useMutation({
    mutationFn: () => request('POST', `/exports/${record.id}/cancellation`),
    onSettled: settled,
    onError: toastError,
  })
  const isOpen = record.state === 'making' || record.state === 'ready'
  if (record.requester !== me || !isOpen) return null
  return (
    <section className="export-part" aria-label={t('export.file')}>
      {record.state === 'making' && <Making job={String(record.job ?? '')} onReady={settled} />}
      {record.state === 'ready' && <p>{t('export.once')}</p>}
      <div className="in-place-actions">
        {record.state === 'ready' && (
          <Button look="primary" icon={Download} busy={save.isPending} onClick={() => save.mutate()}>
            {t('export.fetch')}
          </Button>
        )}
        <Button busy={cancel.isPending} onClick={() => cancel.mutate()}>
          {t('export.cancel')}
        </Button>
      </div>
    </section>
  )
}

/** The record changes state by itself; until then it is asked again as the work goes on. */
function Making({ job, onReady }: { job: string; onReady: () => void }) {
  const { t } = useWords()
  const { data } = useQuery(jobQuery(job))
  const isRead = data !== undefined && data.total !== null && data.done >= data.total
  useEffect(() => {
    if (!isRead) return
    const timer = setInterval(onReady, 700)
    return () => clearInterval(timer)
  }, [isRead, onReady])
  return <Progress label={t('export.making')} done={data?.done ?? 0} total={data?.total ?? null} />
}
