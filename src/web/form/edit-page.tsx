import { skipToken, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useEffect } from 'react'
import { useObjectAt, useObjects } from '../api/definitions.ts'
import { holdProof } from '../api/grounds.ts'
import { recordQuery } from '../api/records.ts'
import { wayOf } from '../file/way-of.ts'
import { sourceOf } from '../proposal/source-of.ts'
import { useWords } from '../words/words.ts'
import { RecordDrawer } from './record-drawer.tsx'

const CorrectionHead = lazy(() =>
  import('../proposal/correction-head.tsx').then((part) => ({ default: part.CorrectionHead })),
)

const route = getRouteApi('/app/o/$path/$id/edit')

/** The whole form of a record, over its file page; `proof`: what was told of it, by which it is corrected. */
export function EditPage() {
  const { path, id } = route.useParams()
  const { proof } = route.useSearch()
  const object = useObjectAt(path)
  const { data: record } = useSuspenseQuery(recordQuery(object, id))
  const correction = useCorrection(id, proof)
  const navigate = useNavigate()
  const back = (): void => void navigate({ to: '/o/$path/$id', params: { path, id } })
  const head = correction && (
    <Suspense fallback={null}>
      <CorrectionHead object={correction.object} record={correction.record} />
    </Suspense>
  )
  return <RecordDrawer key={id} object={object} record={record} head={head} onClose={back} onSaved={back} />
}

/** Whoever is asked for grounds while the form is open finds it there. */
function useCorrection(file: string, proof: string | undefined) {
  const [path, id] = proof?.split('/') ?? []
  const object = useObjects().find((one) => one.path === path && one.proves)
  const query = object && id ? recordQuery(object, id) : undefined
  const { data: record } = useQuery({ queryKey: query?.queryKey ?? ['proof'], queryFn: query?.queryFn ?? skipToken })
  const { t, label, format } = useWords()
  const way = object && record && wayOf(object, record)?.choice
  const source = sourceOf(way?.value)
  const at = object?.timeline && record?.[object.timeline]
  const facts = [way && label(way.label), typeof at === 'string' && format.dateTime(at)].filter(Boolean).join(' · ')
  const told = object && t('timeline.corrected', { name: label(object.label), facts })
  const isOf = object?.parent && record?.[object.parent.field] === file
  const [named, of] = isOf ? [object.name, record.id] : []
  useEffect(() => {
    if (!named || !of || !told) return
    holdProof({ object: named, record: of, file, source, told })
    return () => holdProof(undefined)
  }, [named, of, file, source, told])
  return isOf ? { object, record } : undefined
}
