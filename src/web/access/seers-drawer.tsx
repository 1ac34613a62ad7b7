import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ObjectWire, RecordWire } from '#shared/wire'
import { type SeerWire, seersQuery } from '../api/access.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Drawer } from '../ui/drawer.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { useWords } from '../words/words.ts'
import { Rights } from './rights.tsx'
import './access.css'

type SeersDrawerProps = { object: ObjectWire; record: RecordWire; onClose: () => void }

/** Who can see this record, what they may do with it, and why. */
export function SeersDrawer({ object, record, onClose }: SeersDrawerProps) {
  const { t } = useWords()
  return (
    <Drawer open title={t('access.seers')} onClose={onClose}>
      <Seers object={object} record={record} />
    </Drawer>
  )
}

function Seers({ object, record }: Omit<SeersDrawerProps, 'onClose'>) {
  const { t } = useWords()
  const { data, error, refetch } = useQuery(seersQuery(object, record.id))
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton rows={5} height={56} />
  return (
    <>
      <p className="muted">{t('access.seersCount', { count: data.items.length })}</p>
      <ul className="access-list">
        {data.items.map((seer) => (
          <Seer key={seer.id} seer={seer} />
        ))}
      </ul>
    </>
  )
}

function Seer({ seer: { id, name, roles, rights, grounds } }: { seer: SeerWire }) {
  const { t, label } = useWords()
  return (
    <li className="access-line">
      <Avatar name={name} round size={28} />
      <div className="access-text">
        <p>
          <Link to="/o/$path/$id" params={{ path: 'users', id }} className="access-name">
            {name}
          </Link>{' '}
          <span className="muted">{roles.map(label).join(' · ')}</span>
        </p>
        <p className="meta">
          {grounds.map((ground) => t(`access.ground.${ground.kind}`, { name: ground.name })).join(' · ')}
        </p>
        <Rights rights={rights} />
      </div>
    </li>
  )
}
