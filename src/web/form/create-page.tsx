import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useObjectAt } from '../api/definitions.ts'
import { gatheredMark } from '../api/gathered.ts'
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
  const close = (): void => void navigate({ to: '/o/$path', params: { path }, search })
  return (
    <RecordDrawer
      key={path}
      object={object}
      onClose={close}
      onSaved={({ id, proposed }) => {
        if (proposed === gatheredMark) close()
        else if (proposed) show(proposed)
        else void navigate({ to: '/o/$path/$id', params: { path, id }, replace: true })
      }}
    />
  )
}
