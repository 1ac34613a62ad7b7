import { useQueries } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import type { ObjectWire, RecordAnswer } from '#shared/wire'
import { childrenOf, fieldOf, useObjects } from '../../../web/api/definitions.ts'
import { recordQuery } from '../../../web/api/records.ts'
import { NotFoundPage } from '../../../web/shell/not-found-page.tsx'
import { useDocumentTitle } from '../../../web/shell/use-document-title.ts'
import { ErrorState } from '../../../web/ui/error-state.tsx'
import { FieldInput } from '../../../web/ui/field-value.tsx'
import { PageHead } from '../../../web/ui/page-head.tsx'
import { Skeleton } from '../../../web/ui/skeleton.tsx'
import { titleOf } from '../../../web/words/title-of.ts'
import { useWords } from '../../../web/words/words.ts'
import { isCompared } from './has-duplicates.ts'
import { MergeForm } from './merge-form.tsx'
import { useDuplicateWords } from './words.ts'
import './duplicates.css'

const route = getRouteApi('/app/duplicates/$path/merge')

/** Records side by side: which one stays, and of each field whose value. */
export function MergePage() {
  const { path } = route.useParams()
  const object = useObjects().find((one) => one.path === path)
  return object && isCompared(object) ? <Merge object={object} /> : <NotFoundPage />
}

function Merge({ object }: { object: ObjectWire }) {
  const t = useDuplicateWords()
  const { labelOfMany } = useWords()
  const navigate = useNavigate()
  const { ids = [] } = route.useSearch()
  const answers = useQueries({ queries: ids.map((id) => recordQuery(object, id)) })
  const title = t('mergeTitle', { name: labelOfMany(object.label) })
  useDocumentTitle(title)
  const show = (next: readonly string[]): void => {
    void navigate({
      to: '/duplicates/$path/merge',
      params: { path: object.path },
      search: { ids: [...new Set(next)] },
      replace: true,
    })
  }
  const failed = answers.find(({ error }) => error)
  const records = answers.flatMap(({ data }) => data ?? [])
  return (
    <>
      <PageHead title={title} star={null} />
      <div className="page-scroll duplicates-page">
        <p className="muted">{t('mergeText')}</p>
        {failed && <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />}
        {!failed && records.length < ids.length && <Skeleton rows={8} />}
        {!failed && records.length === ids.length && records.length > 1 && (
          <MergeForm key={ids.join()} object={object} records={records} onOrder={show} />
        )}
        {!failed && ids.length === 1 && records[0] && (
          <Other object={object} record={records[0]} onChoose={(id) => show([...ids, id])} />
        )}
      </div>
    </>
  )
}

type OtherProps = { object: ObjectWire; record: RecordAnswer; onChoose: (id: string) => void }

/** Asks with which record. Any field that names one of the object knows how to. */
function Other({ object, record, onChoose }: OtherProps) {
  const t = useDuplicateWords()
  const [child] = childrenOf(object, useObjects())
  const field = child && fieldOf(child, child.parent?.field ?? '')
  if (!field) return null
  return (
    <div className="merging-other">
      <h2>{t('withWhichNamed', { name: titleOf(object, record) })}</h2>
      <FieldInput
        field={field}
        label={t('withWhich')}
        value={null}
        titles={{}}
        autoFocus
        without={[record.id]}
        onChange={(id) => typeof id === 'string' && onChoose(id)}
      />
    </div>
  )
}
