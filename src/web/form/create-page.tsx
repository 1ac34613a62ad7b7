import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useObjectAt } from '../api/definitions.ts'
import { useProposed } from '../proposal/use-proposed.ts'
import { RecordDrawer } from './record-drawer.tsx'

const route = getRouteApi('/app/o/$path')

/** A new record, over the list that it will stand in. */
export function CreatePage() {
  const { path } = route.useParams()
  const search = route.useSearch()
  const object = useObjectAt(path)
  const navigate = useNavigate()
  const { show } = useProposed()
  return (
    <RecordDrawer
      key={path}
      object={object}
      onClose={() => void navigate({ to: '/o/$path', params: { path }, search })}
      onSaved={({ id, proposed }) =>
        proposed ? show(proposed) : void navigate({ to: '/o/$path/$id', params: { path, id }, replace: true })
      }
    />
  )
}
