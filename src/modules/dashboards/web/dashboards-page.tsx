import { useNavigate, useParams } from '@tanstack/react-router'
import { Pencil, Plus } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import type { ObjectWire, RecordAnswer } from '#shared/wire'
import { useObjectNamed } from '../../../web/api/definitions.ts'
import { useRecords } from '../../../web/api/use-records.ts'
import { useRecordedPrint } from '../../../web/print/use-recorded-print.ts'
import { NotFoundPage } from '../../../web/shell/not-found-page.tsx'
import { useDocumentTitle } from '../../../web/shell/use-document-title.ts'
import { Button, IconButton } from '../../../web/ui/button.tsx'
import { ErrorState } from '../../../web/ui/error-state.tsx'
import { PageHead } from '../../../web/ui/page-head.tsx'
import { Skeleton } from '../../../web/ui/skeleton.tsx'
import { Tabs } from '../../../web/ui/tabs.tsx'
import { useWords } from '../../../web/words/words.ts'
import { Board } from './board.tsx'
import { NoDashboards } from './no-dashboards.tsx'
import './dashboards.css'

const RecordDrawer = lazy(() =>
  import('../../../web/form/record-drawer.tsx').then((part) => ({ default: part.RecordDrawer })),
)

/** Charts of what the reader may see, put together as somebody likes them. */
export function DashboardsPage() {
  const object = useObjectNamed('dashboard')
  return object?.can.includes('read') ? <Dashboards object={object} /> : <NotFoundPage />
}

function Dashboards({ object }: { object: ObjectWire }) {
  const { t } = useWords()
  const { id } = useParams({ strict: false })
  const { rows, error, isPending } = useRecords(object, {}, { sort: 'createdAt' })
  const chosen = id === undefined ? rows[0] : rows.find((row) => row.id === id)
  const title = chosen ? String(chosen.name) : t('dashboards.title')
  useDocumentTitle(title)
  // Pictures leave one by one, as the log knows them.
  useRecordedPrint(undefined)
  if (isPending) return <Skeleton rows={8} />
  if (error) return <ErrorState error={error} />
  if (id !== undefined && !chosen) return <NotFoundPage />
  return <Chosen object={object} rows={rows} chosen={chosen} title={title} />
}

type ChosenProps = { object: ObjectWire; rows: readonly RecordAnswer[]; chosen?: RecordAnswer; title: string }

function Chosen({ object, rows, chosen, title }: ChosenProps) {
  const { t, label } = useWords()
  const navigate = useNavigate()
  const [drawer, setDrawer] = useState<'new' | 'edit'>()
  const show = (id: string): void => void navigate({ to: '/dashboards/$id', params: { id } })
  const close = (): void => setDrawer(undefined)
  const name = label(object.label)
  const add = object.can.includes('create') && (
    <Button icon={Plus} onClick={() => setDrawer('new')}>
      {t('action.createNamed', { name })}
    </Button>
  )
  return (
    <>
      <PageHead title={title}>
        {chosen?.can.includes('update') && (
          <IconButton icon={Pencil} label={t('view.edit', { name })} onClick={() => setDrawer('edit')} />
        )}
        {chosen && add}
      </PageHead>
      <div className="dashboards page-scroll">
        {chosen ? (
          <Tabs
            label={t('dashboards.choose')}
            tabs={rows.map((row) => ({ name: row.id, label: String(row.name) }))}
            chosen={chosen.id}
            onChoose={show}
          >
            <Board key={chosen.id} object={object} record={chosen} />
          </Tabs>
        ) : (
          <NoDashboards object={object} onMade={show}>
            {add}
          </NoDashboards>
        )}
      </div>
      <Suspense fallback={null}>
        {drawer && (
          <RecordDrawer
            object={object}
            record={drawer === 'edit' ? chosen : undefined}
            fixed={{ charts: drawer === 'edit' ? chosen?.charts : [] }}
            onClose={close}
            onSaved={({ id }) => {
              close()
              show(id)
            }}
            onDeleted={() => {
              close()
              void navigate({ to: '/dashboards' })
            }}
          />
        )}
      </Suspense>
    </>
  )
}
