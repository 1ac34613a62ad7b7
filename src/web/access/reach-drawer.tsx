import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { RecordWire } from '#shared/wire'
import { reachQuery } from '../api/access.ts'
import { useObjectNamed } from '../api/definitions.ts'
import { Drawer } from '../ui/drawer.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { Icon } from '../ui/icon.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { useLevelWord } from '../words/level-word.ts'
import { useWords } from '../words/words.ts'
import { Rights } from './rights.tsx'
import './access.css'

/** What a person can reach: counts and rights, object by object, and no data. */
export function ReachDrawer({ record, onClose }: { record: RecordWire; onClose: () => void }) {
  const { t } = useWords()
  return (
    <Drawer open title={t('access.reach')} onClose={onClose}>
      <Reach id={record.id} />
    </Drawer>
  )
}

function Reach({ id }: { id: string }) {
  const { t, label, totalOf } = useWords()
  const levelWord = useLevelWord()
  const { data, error, refetch } = useQuery(reachQuery(id))
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton rows={8} height={44} />
  return (
    <>
      <p className="muted">
        {[...data.roles.map(label), t('access.clearance', { level: levelWord(data.clearance) })].join(' · ')}
      </p>
      <ul className="access-list">
        {data.objects.map(({ object, label: name, rights, count, exact }) => (
          <li key={object} className="access-line">
            <ObjectIcon name={object} />
            <div className="access-text">
              <p>
                <ObjectName name={object} label={label(name)} />{' '}
                <span className="muted">{totalOf({ total: count, totalExact: exact })}</span>
              </p>
              <Rights rights={rights} />
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}

/** Leads to what the asker may see of it; the numbers are the other person's. */
function ObjectName({ name, label }: { name: string; label: string }) {
  const object = useObjectNamed(name)
  if (!object) return <strong>{label}</strong>
  return (
    <Link to="/o/$path" params={{ path: object.path }} className="access-name">
      {label}
    </Link>
  )
}

function ObjectIcon({ name }: { name: string }) {
  return <Icon name={useObjectNamed(name)?.icon ?? 'table'} size={16} />
}
