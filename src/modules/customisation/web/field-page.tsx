import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import type { ObjectWire } from '#shared/wire'
import { useObjectNamed } from '../../../web/api/definitions.ts'
import { hasStatus } from '../../../web/api/problem.ts'
import { recordQuery } from '../../../web/api/records.ts'
import { NotFoundPage } from '../../../web/shell/not-found-page.tsx'
import { ErrorState } from '../../../web/ui/error-state.tsx'
import { Skeleton } from '../../../web/ui/skeleton.tsx'
import { FieldEditor } from './field-editor.tsx'

const newRoute = getRouteApi('/app/settings/objects/$name/new-field')
const route = getRouteApi('/app/settings/objects/$name/fields/$id')

/** A new field of an object. */
export function NewFieldPage() {
  const { name } = newRoute.useParams()
  const leave = useWayBack(name)
  const object = useObjectNamed(name)
  const customField = useObjectNamed('custom_field')
  if (!object || !customField?.can.includes('create')) return <NotFoundPage />
  return <FieldEditor object={object} customField={customField} onSaved={leave} />
}

/** A field of the company's own, to change. */
export function FieldPage() {
  const { name, id } = route.useParams()
  const object = useObjectNamed(name)
  const customField = useObjectNamed('custom_field')
  if (!object || !customField) return <NotFoundPage />
  return <OwnField key={id} object={object} customField={customField} id={id} />
}

function OwnField({ object, customField, id }: { object: ObjectWire; customField: ObjectWire; id: string }) {
  const leave = useWayBack(object.name)
  const { data: record, error, refetch } = useQuery(recordQuery(customField, id))
  if (hasStatus(error, 404)) return <NotFoundPage />
  if (!record) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton rows={12} />
  if (!record.can.includes('update') || record.object !== object.name) return <NotFoundPage />
  return <FieldEditor object={object} customField={customField} record={record} onSaved={leave} />
}

function useWayBack(name: string): () => void {
  const navigate = useNavigate()
  return () => void navigate({ to: '/settings/objects/$name', params: { name } })
}
