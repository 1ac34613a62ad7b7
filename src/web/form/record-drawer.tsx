import { Trash2 } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { Button } from '../ui/button.tsx'
import { Drawer } from '../ui/drawer.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { Trouble } from '../ui/trouble.tsx'
import { useTitleOf } from '../words/title-of.ts'
import { useWords } from '../words/words.ts'
import { DraftLine } from './draft-line.tsx'
import { RecordForm } from './record-form.tsx'
import { StaleDialog } from './stale-dialog.tsx'
import { type RecordDrawerProps, useRecordDrawer } from './use-record-drawer.ts'

const ProcedureLine = lazy(() =>
  import('../../modules/procedures/web/procedure-line.tsx').then((part) => ({ default: part.ProcedureLine })),
)
const LaterDialog = lazy(() => import('./later-dialog.tsx').then((part) => ({ default: part.LaterDialog })))

/** The form of one record in a sheet from the side: create, edit, delete. */
export function RecordDrawer(props: RecordDrawerProps) {
  const { object, fixed = {}, head, onDeleted } = props
  const { t, label } = useWords()
  const titleOf = useTitleOf()
  const { form, opened, beginning, draft, setValues, saving, submit, lacksByCase, refuse, destroy, close } =
    useRecordDrawer(props)
  const [isLater, setLater] = useState(false)
  const name = label(object.label)
  const title = opened
    ? t('form.editTitle', { name: titleOf(object, opened) || name })
    : t('form.createTitle', { name })
  const foot = (
    <div className="form-foot">
      <Trouble text={saving.error} />
      {onDeleted && opened?.can.includes('delete') && (
        <Button look="quiet" danger icon={Trash2} onClick={() => void destroy()}>
          {t('action.delete')}
        </Button>
      )}
      <DraftLine draft={draft} />
      {lacksByCase && (
        <Button look="quiet" onClick={() => setLater(true)}>
          {t('form.later.action')}
        </Button>
      )}
      <Button onClick={() => void close()}>{t('action.cancel')}</Button>
      <Button look="primary" busy={saving.isPending} onClick={() => form.submit()} title="Ctrl+Enter">
        {t('action.save')}
      </Button>
    </div>
  )
  return (
    <Drawer open width={680} title={title} onClose={() => void close()} foot={foot}>
      {head}
      <Suspense fallback={null}>
        <ProcedureLine object={object} stage={opened?.stage} />
      </Suspense>
      {beginning ? (
        <RecordForm
          key={beginning.turn}
          form={form}
          object={object}
          initial={beginning.values}
          titles={beginning.titles}
          record={opened}
          fixed={fixed}
          onChange={setValues}
          onSubmit={() => submit()}
          onRefused={refuse}
        />
      ) : (
        <Skeleton rows={6} />
      )}
      {isLater && (
        <Suspense>
          <LaterDialog
            isBusy={saving.isPending}
            trouble={saving.error}
            onGive={submit}
            onClose={() => setLater(false)}
          />
        </Suspense>
      )}
      <StaleDialog object={object} stale={saving.stale} onSettle={saving.settle} onCancel={saving.cancelStale} />
    </Drawer>
  )
}
