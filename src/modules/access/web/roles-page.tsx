import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ListWire, ObjectWire } from '#shared/wire'
import { useObjectNamed } from '../../../web/api/definitions.ts'
import { request } from '../../../web/api/request.ts'
import { useDocumentTitle } from '../../../web/shell/use-document-title.ts'
import { Button } from '../../../web/ui/button.tsx'
import { ErrorState } from '../../../web/ui/error-state.tsx'
import { Menu } from '../../../web/ui/menu.tsx'
import { PageHead } from '../../../web/ui/page-head.tsx'
import { Pill } from '../../../web/ui/pill.tsx'
import { Skeleton } from '../../../web/ui/skeleton.tsx'
import { useLevelWord } from '../../../web/words/level-word.ts'
import { titleOf } from '../../../web/words/title-of.ts'
import { useWords } from '../../../web/words/words.ts'
import { type Catalogue, catalogueQuery } from './catalogue.ts'
import { useDutyWord } from './role-view.tsx'
import './roles.css'

/** All roles: the company's own to change, those of the product to look at and copy. */
export function RolesPage() {
  const { t } = useWords()
  const object = useObjectNamed('role')
  const { data: catalogue, error, refetch } = useQuery(catalogueQuery)
  useDocumentTitle(t('roles.title'))
  return (
    <>
      <PageHead title={t('roles.title')}>
        {catalogue && object?.can.includes('create') && <NewRole catalogue={catalogue} />}
      </PageHead>
      <div className="page-scroll roles-page">
        <p className="muted">{t('roles.text')}</p>
        {!catalogue && (error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton rows={8} />)}
        {catalogue && object && <OwnRoles object={object} />}
        {catalogue && <StandardRoles catalogue={catalogue} />}
      </div>
    </>
  )
}

function NewRole({ catalogue }: { catalogue: Catalogue }) {
  const { t, label } = useWords()
  const navigate = useNavigate()
  const begin = (from?: string): void => void navigate({ to: '/settings/roles/new', search: { from } })
  const copies = catalogue.roles.map((role) => ({
    key: role.code,
    label: t('roles.copyOf', { name: label(role.label) }),
    run: () => begin(role.code),
  }))
  return (
    <Menu entries={[{ key: 'blank', label: t('roles.blank'), run: () => begin() }, 'line', ...copies]}>
      <span>
        <Button look="primary" icon={Plus}>
          {t('roles.create')}
        </Button>
      </span>
    </Menu>
  )
}

const mostRoles = 200

function OwnRoles({ object }: { object: ObjectWire }) {
  const { t } = useWords()
  const { data, error } = useQuery({
    queryKey: ['list', object.name, 'all'],
    queryFn: ({ signal }) =>
      request<ListWire>('GET', `/${object.path}`, { query: { limit: mostRoles, sort: object.title }, signal }),
  })
  if (error) return <ErrorState error={error} />
  if (!data) return <Skeleton rows={3} />
  return (
    <RoleGroup title={t('roles.own')} text={data.items.length ? undefined : t('roles.none')}>
      {data.items.map((role) => (
        <RoleLine
          key={role.id}
          id={role.id}
          name={titleOf(object, role)}
          clearance={Number(role.clearance ?? 1)}
          duties={Array.isArray(role.duties) ? role.duties : []}
          text={typeof role.description === 'string' ? role.description : undefined}
          isOff={role.active === false}
        />
      ))}
    </RoleGroup>
  )
}

function StandardRoles({ catalogue }: { catalogue: Catalogue }) {
  const { t, label } = useWords()
  return (
    <RoleGroup title={t('roles.standard')} text={t('roles.standardText')}>
      {catalogue.roles
        .filter(({ standard }) => standard)
        .map(({ code, label: name, clearance, duties }) => (
          <RoleLine key={code} id={code} name={label(name)} clearance={clearance} duties={duties} />
        ))}
    </RoleGroup>
  )
}

function RoleGroup({ title, text, children }: { title: string; text?: string; children: ReactNode }) {
  return (
    <section className="roles-group" aria-label={title}>
      <h2>{title}</h2>
      {text && <p className="muted">{text}</p>}
      <ul>{children}</ul>
    </section>
  )
}

type RoleLineProps = {
  id: string
  name: string
  clearance: number
  duties: readonly unknown[]
  text?: string
  isOff?: boolean
}

function RoleLine({ id, name, clearance, duties, text, isOff }: RoleLineProps) {
  const { t } = useWords()
  const dutyWord = useDutyWord()
  const level = useLevelWord()(clearance)
  return (
    <li>
      <Link to="/settings/roles/$id" params={{ id }} className="role-line">
        <span className="role-line-name">
          <strong>{name}</strong>
          {isOff && <Pill>{t('roles.inactive')}</Pill>}
        </span>
        <span className="meta">{[t('roles.clearance', { level }), text].filter(Boolean).join(' · ')}</span>
        <span className="pills">
          {duties.map((duty) => (
            <Pill key={String(duty)}>{dutyWord(String(duty))}</Pill>
          ))}
        </span>
      </Link>
    </li>
  )
}
