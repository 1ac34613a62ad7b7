import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useObjectAt } from '../api/definitions.ts'
import { recordQuery } from '../api/records.ts'
import { RecordDrawer } from './record-drawer.tsx'

const route = getRouteApi('/app/o/$path/$id')

/** The whole form of a record, over its file page. */
export function EditPage() {
  const { path, id } = route.useParams()
  const object = useObjectAt(path)
  const { data: record } = useSuspenseQuery(recordQuery(object, id))
  const navigate = useNavigate()
  const back = (): void => void navigate({ to: '/o/$path/$id', params: { path, id } })
  return <RecordDrawer key={id} object={object} record={record} onClose={back} onSaved={back} />
}
