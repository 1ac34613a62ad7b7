import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ObjectWire } from '#shared/wire'
import type { ChangesWire } from '../api/change-requests.ts'
import { useObjectNamed } from '../api/definitions.ts'
import { recordQuery } from '../api/records.ts'
import { Skeleton } from '../ui/skeleton.tsx'
import { ProofLine } from './proof-line.tsx'
import { useProposalWords } from './proposal-words.ts'
import './proof-line.css'

type Kept = ChangesWire['linked'][number]

/** Records that a request names as its evidence, as far as its reader sees them. */
export function LinkedProofs({ linked }: Pick<ChangesWire, 'linked'>) {
  const t = useProposalWords()
  if (!linked.length) return null
  return (
    <div>
      <p className="meta">{t('linked.title')}</p>
      <ul className="proof-list" aria-label={t('linked.title')}>
        {linked.map((one) => (
          <li key={one.record}>
            <Proof one={one} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function Proof({ one }: { one: Kept }) {
  const t = useProposalWords()
  const object = useObjectNamed(one.object)
  return object?.can.includes('read') ? (
    <Looked object={object} one={one} />
  ) : (
    <span className="muted">{t('linked.hidden')}</span>
  )
}

function Looked({ object, one }: { object: ObjectWire; one: Kept }) {
  const t = useProposalWords()
  const { data: record, error } = useQuery({ ...recordQuery(object, one.record), retry: false })
  if (error) return <span className="muted">{t('linked.hidden')}</span>
  if (!record) return <Skeleton rows={1} />
  return (
    <>
      <ProofLine object={object} record={record} titles={record.titles} />
      <Link to="/o/$path/$id" params={{ path: object.path, id: record.id }} className="link">
        {t('linked.open')}
      </Link>
      {record.version !== one.version && <span className="meta"> {t('linked.changed')}</span>}
    </>
  )
}
