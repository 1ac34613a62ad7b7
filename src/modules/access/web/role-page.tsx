import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import type { ObjectWire } from '#shared/wire'
import { useObjectNamed } from '../../../web/api/definitions.ts'
import { hasStatus } from '../../../web/api/problem.ts'
import { recordQuery } from '../../../web/api/records.ts'
import { NotFoundPage } from '../../../web/shell/not-found-page.tsx'
import { ErrorState } from '../../../web/ui/error-state.tsx'
import { Skeleton } from '../../../web/ui/skeleton.tsx'
import { type Catalogue, catalogueQuery } from './catalogue.ts'
import { RoleEditor } from './role-editor.tsx'
import { RoleView } from './role-view.tsx'

const route = getRouteApi('/app/settings/roles/$id')

/** One role: a standard one to look at, or one of the company's own to change. */
export function RolePage() {
  const { id } = route.useParams()
  const { data: catalogue, error, refetch } = useQuery(catalogueQuery)
  const navigate = useNavigate()
  const object = useObjectNamed('role')
  if (!catalogue) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton rows={12} />
  const role = catalogue.roles.find(({ code }) => code === id)
  const copy = (): void => void navigate({ to: '/settings/roles/new', search: { from: id } })
  if (role?.standard) return <RoleView key={id} catalogue={catalogue} role={role} onCopy={copy} />
  return object ? <OwnRole key={id} object={object} id={id} catalogue={catalogue} onCopy={copy} /> : <NotFoundPage />
}

type OwnRoleProps = { object: ObjectWire; id: string; catalogue: Catalogue; onCopy: () => void }

function OwnRole({ object, id, catalogue, onCopy }: OwnRoleProps) {
  const navigate = useNavigate()
  const { data: record, error, refetch } = useQuery(recordQuery(object, id))
  if (hasStatus(error, 404)) return <NotFoundPage />
  if (!record) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton rows={12} />
  const role = catalogue.roles.find(({ code }) => code === id)
  if (!record.can.includes('update') && role) return <RoleView catalogue={catalogue} role={role} />
  const leave = (): void => void navigate({ to: '/settings/roles' })
  return (
    <RoleEditor
      object={object}
      record={record}
      catalogue={catalogue}
      onCopy={onCopy}
      onSaved={leave}
      onDeleted={leave}
    />
  )
}
