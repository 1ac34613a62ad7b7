import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Navigate, Outlet } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import type { ObjectWire, RecordAnswer } from '#shared/wire'
import { EmergencyLink } from '../../modules/emergency/web/emergency-link.tsx'
import { childrenOf, useObjectAt, useObjects } from '../api/definitions.ts'
import { hasStatus, mergedInto } from '../api/problem.ts'
import { type FilePart, filePartsOf } from '../file-parts.ts'
import { PendingNotice } from '../proposal/pending-notice.tsx'
import { NotFound } from '../shell/not-found-page.tsx'
import { useDocumentTitle } from '../shell/use-document-title.ts'
import { ErrorState } from '../ui/error-state.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { usePhone } from '../ui/use-phone.ts'
import { useTitleOf } from '../words/title-of.ts'
import { useWords } from '../words/words.ts'
import { BinNotice } from './bin-notice.tsx'
import { ChildLists } from './child-lists.tsx'
import { FileHead } from './file-head.tsx'
import { fileQuery } from './file-shown.ts'
import { Incomplete } from './incomplete.tsx'
import { Sections } from './sections.tsx'
import { Timeline } from './timeline.tsx'
import './file.css'
import './timeline.css'

const HistoryDrawer = lazy(() => import('./history-drawer.tsx').then((part) => ({ default: part.HistoryDrawer })))
const Review = lazy(() => import('../proposal/review.tsx').then((part) => ({ default: part.Review })))
const route = getRouteApi('/app/o/$path/$id')

/** Everything about one record on one page: the facts that matter, what is missing, who belongs to it, what happened. */
export function FilePage() {
  const { path, id } = route.useParams()
  const object = useObjectAt(path)
  const objects = useObjects()
  const isPhone = usePhone()
  const titleOf = useTitleOf()
  const { t } = useWords()
  const search = route.useSearch()
  const isBinned = search.deleted === true
  // Its route has asked: what was refused is not asked for once more, which would stand in the trail twice.
  const { data: record, error, refetch } = useQuery({ ...fileQuery(object, id, search), retryOnMount: false })
  const [history, setHistory] = useState<'unopened' | 'open' | 'closed'>('unopened')
  const title = record ? titleOf(object, record) : ''
  const isMissing = hasStatus(error, 404)
  // Where the page is refused from its first moment, the name that it gives the tab is the last one.
  useDocumentTitle(isMissing ? t('error.notFound') : title)
  const into = mergedInto(error)
  if (into) return <Navigate to="/o/$path/$id" params={{ path, id: into }} replace />
  if (isMissing)
    return (
      <NotFound>
        <EmergencyLink />
      </NotFound>
    )
  if (!record) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton rows={10} />
  const children = childrenOf(object, objects)
  const happenings = children.filter((child) => child.timeline !== null)
  const own = filePartsOf(object)
  const below = own.filter(({ top }) => !top)
  // What happens on a file stays in sight beside its facts; what else there is to it goes below them.
  const isBeside = happenings.length > 0 && !isPhone
  const parts = children.filter(
    (child) => child.timeline === null && !own.some(({ replaces = [] }) => [replaces].flat().includes(child.name)),
  )
  return (
    <>
      <article className="file" aria-label={title} key={id}>
        <FileHead object={object} record={record} onHistory={() => setHistory('open')} />
        {!isBinned && <OwnParts parts={own.filter(({ top }) => top)} object={object} record={record} />}
        {isBinned && <BinNotice object={object} record={record} />}
        <PendingNotice object={object} record={record} />
        <div className="file-columns">
          <div className="file-facts">
            <Incomplete object={object} record={record} />
            <Sections object={object} record={record} />
            {!isBinned && isBeside && <OwnParts parts={below} object={object} record={record} />}
          </div>
          {!isBinned && (
            <div className="file-life">
              {parts.length > 0 && <ChildLists parts={parts} record={record} />}
              {!isBeside && <OwnParts parts={below} object={object} record={record} />}
              {object.proposals ? (
                <Suspense fallback={<Skeleton rows={6} />}>
                  <Review object={object} record={record} />
                </Suspense>
              ) : (
                <Timeline object={object} record={record} happenings={happenings} />
              )}
            </div>
          )}
        </div>
      </article>
      <Suspense fallback={null}>
        {history !== 'unopened' && (
          <HistoryDrawer
            object={object}
            record={record}
            open={history === 'open'}
            onClose={() => setHistory('closed')}
          />
        )}
      </Suspense>
      <Suspense fallback={null}>
        <Outlet />
      </Suspense>
    </>
  )
}

type OwnPartsProps = { parts: readonly FilePart[]; object: ObjectWire; record: RecordAnswer }

function OwnParts({ parts, object, record }: OwnPartsProps) {
  return (
    <Suspense fallback={null}>
      {parts.map(({ Part }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of an object are always the same
        <Part key={index} object={object} record={record} />
      ))}
    </Suspense>
  )
}
