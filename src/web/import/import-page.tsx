import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { ChevronLeft } from 'lucide-react'
import type { ObjectWire } from '#shared/wire'
import { useObjectAt } from '../api/definitions.ts'
import { type ImportWire, importQuery } from '../api/imports.ts'
import { useDocumentTitle } from '../shell/use-document-title.ts'
import { ErrorState } from '../ui/error-state.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { useWords } from '../words/words.ts'
import { DropZone } from './drop-zone.tsx'
import { EarlierImports } from './earlier-imports.tsx'
import { ImportPreview } from './import-preview.tsx'
import { ImportProgress } from './import-progress.tsx'
import { ImportResult } from './import-result.tsx'
import './import.css'
import { useImportWords } from './import-words.ts'

const route = getRouteApi('/app/import/$path')

/** A list from a file: dropped, looked at, run, and taken back if need be. */
export function ImportPage() {
  const own = useImportWords()
  const { labelOfMany } = useWords()
  const { path } = route.useParams()
  const { import: id } = route.useSearch()
  const object = useObjectAt(path)
  const navigate = useNavigate()
  const show = (next?: string): void =>
    void navigate({ to: '/import/$path', params: { path }, search: { import: next } })
  const title = own('title', { name: labelOfMany(object.label) })
  useDocumentTitle(title)
  return (
    <>
      <PageHead title={title}>
        <Link to="/o/$path" params={{ path }} className="back-link">
          <ChevronLeft size={16} aria-hidden />
          {labelOfMany(object.label)}
        </Link>
      </PageHead>
      <div className="page-scroll import-page">
        {id ? (
          <OneImport key={id} object={object} id={id} onAnother={() => show()} />
        ) : (
          <>
            <DropZone object={object} onStarted={show} />
            <EarlierImports object={object} onOpen={show} />
          </>
        )}
      </div>
    </>
  )
}

type OneImportProps = { object: ObjectWire; id: string; onAnother: () => void }

function OneImport({ object, id, onAnother }: OneImportProps) {
  const { data, error, refetch } = useQuery(importQuery(id))
  if (!data) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton rows={8} />
  return <ImportStep object={object} current={data} onAnother={onAnother} />
}

function ImportStep({
  object,
  current,
  onAnother,
}: {
  object: ObjectWire
  current: ImportWire
  onAnother: () => void
}) {
  switch (current.state) {
    case 'reading':
    case 'queued':
    case 'running':
    case 'undoing':
      return <ImportProgress current={current} />
    case 'preview':
      return <ImportPreview object={object} current={current} onAnother={onAnother} />
    default:
      return <ImportResult object={object} current={current} onAnother={onAnother} />
  }
}
