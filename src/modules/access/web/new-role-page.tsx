import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import type { ListWire, ObjectWire } from '#shared/wire'
import { useObjectNamed } from '../../../web/api/definitions.ts'
import { request } from '../../../web/api/request.ts'
import type { Values } from '../../../web/form/form-values.ts'
import { useProposed } from '../../../web/proposal/use-proposed.ts'
import { NotFoundPage } from '../../../web/shell/not-found-page.tsx'
import { ErrorState } from '../../../web/ui/error-state.tsx'
import { Skeleton } from '../../../web/ui/skeleton.tsx'
import { words } from '../../../web/words/words.ts'
import { catalogueQuery, type RoleWire } from './catalogue.ts'
import { RoleEditor } from './role-editor.tsx'

const route = getRouteApi('/app/settings/roles/new')

/** A new role, empty or with the rights of another. */
export function NewRolePage() {
  const { from } = route.useSearch()
  const navigate = useNavigate()
  const { show } = useProposed()
  const object = useObjectNamed('role')
  const catalogue = useQuery(catalogueQuery)
  const purposes = usePurposes(useObjectNamed('purpose'))
  const error = catalogue.error ?? purposes.error
  if (!object?.can.includes('create')) return <NotFoundPage />
  if (error) return <ErrorState error={error} onRetry={() => void catalogue.refetch()} />
  if (!catalogue.data || purposes.isPending) return <Skeleton rows={12} />
  const source = catalogue.data.roles.find(({ code }) => code === from)
  if (from && !source) return <NotFoundPage />
  return (
    <RoleEditor
      key={from}
      object={object}
      catalogue={catalogue.data}
      start={source && copyOf(source, purposes.data ?? [])}
      onCopy={() => undefined}
      onSaved={({ proposed }) => (proposed ? show(proposed) : void navigate({ to: '/settings/roles' }))}
      onDeleted={() => undefined}
    />
  )
}

type Purpose = { id: string; code: string }

const mostPurposes = 200

function usePurposes(object: ObjectWire | undefined) {
  return useQuery({
    queryKey: ['list', 'purpose', 'active'],
    queryFn: async ({ signal }): Promise<readonly Purpose[]> => {
      if (!object) return []
      const query = { where: { active: true }, limit: mostPurposes }
      const { items } = await request<ListWire>('GET', `/${object.path}`, { query, signal })
      return items.map(({ id, code }) => ({ id, code: String(code) }))
    },
  })
}

/** The same rights under another name; roles name purposes by their code, records by their id. */
function copyOf(role: RoleWire, purposes: readonly Purpose[]): Values {
  const held = purposes.filter(({ code }) => role.purposes === 'all' || role.purposes.includes(code))
  return {
    nameZh: words('roles.copyName', { lng: 'zh', name: role.label.zh }),
    nameEn: words('roles.copyName', { lng: 'en', name: role.label.en }),
    clearance: String(role.clearance),
    plain: String(role.plain),
    duties: role.duties,
    purposes: held.map(({ id }) => id),
    defaultPurpose: held.find(({ code }) => code === role.defaultPurpose)?.id ?? null,
    readLimit: role.readLimit ?? null,
    grants: role.grants,
    fieldRights: role.fields ?? [],
  }
}
