import { useNavigate } from '@tanstack/react-router'
import { ArchiveRestore, Trash2 } from 'lucide-react'
import type { ObjectWire, RecordAnswer } from '#shared/wire'
import { Button } from '../ui/button.tsx'
import { useWords } from '../words/words.ts'
import { useRestoreRecord } from './use-restore-record.ts'

/** Says of a file that it lies in the recycle bin since when, and takes it out. */
export function BinNotice({ object, record }: { object: ObjectWire; record: RecordAnswer }) {
  const { t, format } = useWords()
  const navigate = useNavigate()
  const restore = useRestoreRecord(object)
  const takeOut = (): void =>
    restore.mutate(record.id, {
      onSuccess: ({ proposed }) => {
        if (proposed) return
        void navigate({ to: '/o/$path/$id', params: { path: object.path, id: record.id }, replace: true })
      },
    })
  return (
    <section className="bin-notice" aria-label={t('file.deleted')}>
      <Trash2 size={15} aria-hidden />
      <p>{t('file.inBin', { at: format.dateTime(record.deletedAt ?? '') })}</p>
      {record.can.includes('delete') && (
        <Button look="primary" icon={ArchiveRestore} busy={restore.isPending} onClick={takeOut}>
          {t('action.restore')}
        </Button>
      )}
    </section>
  )
}
