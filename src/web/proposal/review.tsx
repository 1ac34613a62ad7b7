import { useQuery } from '@tanstack/react-query'
import { errorSentence } from '#shared/app-error'
import type { ErrorCode } from '#shared/error-codes'
import type { ObjectWire, RecordAnswer } from '#shared/wire'
import { type ChangesWire, changesQuery } from '../api/change-requests.ts'
import { fieldOf, useObjectNamed } from '../api/definitions.ts'
import { useOwnId } from '../api/session.ts'
import { ErrorState } from '../ui/error-state.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { Trouble } from '../ui/trouble.tsx'
import { useWords } from '../words/words.ts'
import { AnswerForm } from './answer-form.tsx'
import { ChangeTable } from './change-table.tsx'
import { Course } from './course.tsx'
import { DecisionForm } from './decision-form.tsx'
import { FileBeside } from './file-beside.tsx'
import { LinkedProofs } from './linked-proofs.tsx'
import { OwnRequest } from './own-request.tsx'
import { PartOf } from './part-of.tsx'
import { Parts } from './parts.tsx'
import { useProposalWords } from './proposal-words.ts'
import { Subject } from './subject.tsx'
import { useDecision } from './use-decision.ts'
import './review.css'

type ReviewProps = { object: ObjectWire; record: RecordAnswer }

/** A change request: what it would change, and what the reader may do about it. */
export function Review({ object, record }: ReviewProps) {
  const { t } = useWords()
  const { data: changes, error, refetch } = useQuery(changesQuery(object, record.id))
  return (
    <section className="review" aria-label={t('proposal.review')}>
      <h2>{t('proposal.review')}</h2>
      {error && !changes && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!error && !changes && <Skeleton rows={4} />}
      {changes && <Reviewed object={object} record={record} changes={changes} />}
    </section>
  )
}

function Reviewed({ object, record, changes }: ReviewProps & { changes: ChangesWire }) {
  const decision = useDecision({ object, record, changes })
  const isOwn = useOwnId() === record.proposer
  const isPending = record.state === 'pending'
  return (
    <>
      {changes.parts.length > 0 ? (
        <Parts record={record} changes={changes} />
      ) : (
        <>
          <Subject record={record} changes={changes} />
          <ChangeTable changes={changes} />
        </>
      )}
      {changes.whole && <PartOf object={object} whole={changes.whole} />}
      <NoticeOf record={record} changes={changes} />
      <LinkedProofs linked={changes.linked} />
      <Course changes={changes} />
      <Trouble text={decision.trouble} />
      {isPending && isOwn && record.talk === 'asked' && <AnswerForm decision={decision} />}
      {isPending && changes.bar === null && <DecisionForm decision={decision} changes={changes} />}
      {isPending && changes.bar !== null && !changes.whole && <Bar bar={changes.bar} />}
      {isPending && changes.toKey.length > 0 && <ToKey changes={changes} />}
      {isPending && !changes.whole && <Signers changes={changes} />}
      {isOwn && !changes.whole && open.has(String(record.state)) && (
        <OwnRequest record={record} changes={changes} decision={decision} />
      )}
      {changes.file && <FileBeside file={changes.file} />}
    </>
  )
}

/** Why the reader does not decide. */
function Bar({ bar }: { bar: ErrorCode }) {
  const { t, locale } = useWords()
  if (told.has(bar)) return <p className="muted">{errorSentence(bar, {}, locale)}</p>
  return <p className="muted">{t(`proposal.${barWords[bar] ?? 'notYours'}`)}</p>
}

const told = new Set<ErrorCode>(['proposal.right_of_maker', 'proposal.handed_over'])

const barWords: { readonly [code in ErrorCode]?: 'own' | 'aboutYou' } = {
  'proposal.own': 'own',
  'access.own_rights': 'aboutYou',
}

/** What a second person keys again before it takes effect. */
function ToKey({ changes: { object, toKey } }: { changes: ChangesWire }) {
  const say = useProposalWords()
  const { label, locale } = useWords()
  const target = useObjectNamed(object)
  const labels = toKey.map((name) => label((target && fieldOf(target, name))?.label ?? { zh: name, en: name }))
  const fields = new Intl.ListFormat(locale, { type: 'conjunction' }).format(labels)
  return <p className="review-notice">{say('toKey', { fields })}</p>
}

/** Who could sign, so that nobody waits for whom there is not. */
function Signers({ changes: { signers, titles, needless, step, toKey } }: { changes: ChangesWire }) {
  const say = useProposalWords()
  const { t, locale } = useWords()
  if (needless || (toKey.length > 0 && !signers.length)) return null
  if (!signers.length) return <p className="review-notice">{t('proposal.nobodySigns')}</p>
  const names = new Intl.ListFormat(locale, { type: 'disjunction' }).format(signers.map((id) => titles[id] ?? ''))
  return (
    <>
      {(step.of > 1 || step.left > 1) && <p className="muted">{say('step', step)}</p>}
      <p className="muted">{t('proposal.signers', { names })}</p>
    </>
  )
}

/** Why it does not take effect as it stands, and what helps. */
function NoticeOf({ record, changes }: { record: RecordAnswer; changes: ChangesWire }) {
  const { t } = useWords()
  const say = useProposalWords()
  if (changes.apart && open.has(String(record.state))) return <p className="review-notice">{say('apart')}</p>
  const notice = noticeOf(record, changes)
  if (!notice) return null
  return (
    <>
      <p className="review-notice">{t(`proposal.${notice}`)}</p>
      {notice === 'outdated' && changes.cause && <p>{t('proposal.cause', { cause: changes.cause })}</p>}
    </>
  )
}

/** What its maker can still take back or bring again. */
const open = new Set(['pending', 'returned', 'outdated'])

type Notice = 'stale' | 'needless' | 'outdated' | 'returned'

function noticeOf({ state }: RecordAnswer, { stale, needless, whole }: ChangesWire): Notice | undefined {
  if (state === 'outdated' || state === 'returned') return state
  if (state !== 'pending' || whole) return undefined
  return stale ? 'stale' : needless ? 'needless' : undefined
}
