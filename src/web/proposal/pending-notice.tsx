import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Hourglass } from 'lucide-react'
import type { ObjectWire, RecordAnswer } from '#shared/wire'
import { useWords } from '../words/words.ts'
import { pendingAbout, pendingQuery } from './use-pending.ts'
import { useProposals } from './use-proposed.ts'
import './review.css'

/** Says on a record's file that changes of it wait, and leads to them. */
export function PendingNotice({ object, record }: { object: ObjectWire; record: RecordAnswer }) {
  const proposals = useProposals()
  return object.approvals && proposals ? <Notice proposals={proposals} record={record} /> : null
}

function Notice({ proposals, record }: { proposals: ObjectWire; record: RecordAnswer }) {
  const { t } = useWords()
  const { data } = useQuery(pendingQuery(proposals, record))
  const [first] = data?.items ?? []
  if (!data || !first) return null
  return (
    <section className="pending-notice" aria-label={t('proposal.notice')}>
      <Hourglass size={15} aria-hidden />
      <p>{t('proposal.notice')}</p>
      {data.total === 1 ? (
        <Link to="/o/$path/$id" params={{ path: proposals.path, id: first.id }}>
          {t('proposal.noticeOne')}
        </Link>
      ) : (
        <Link to="/o/$path" params={{ path: proposals.path }} search={{ where: pendingAbout(record) }}>
          {t('proposal.noticeMany', { count: data.total })}
        </Link>
      )}
    </section>
  )
}
