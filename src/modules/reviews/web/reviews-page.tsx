import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { ClipboardCheck } from 'lucide-react'
import { starterReviews } from '#shared/starter-reviews'
import type { ObjectWire, RecordAnswer } from '#shared/wire'
import { useObjectNamed } from '../../../web/api/definitions.ts'
import { createRecord } from '../../../web/api/records.ts'
import { useOwnId } from '../../../web/api/session.ts'
import { useRecords } from '../../../web/api/use-records.ts'
import { InPlaceSection } from '../../../web/file/in-place-section.tsx'
import { NotFoundPage } from '../../../web/shell/not-found-page.tsx'
import { useDocumentTitle } from '../../../web/shell/use-document-title.ts'
import { Button } from '../../../web/ui/button.tsx'
import { PageHead } from '../../../web/ui/page-head.tsx'
import { Pill } from '../../../web/ui/pill.tsx'
import { toast, toastError } from '../../../web/ui/toast.tsx'
import { Trouble } from '../../../web/ui/trouble.tsx'
import { useWords } from '../../../web/words/words.ts'
import { PlanLink } from './plan-link.tsx'
import { handOver, nextFile, waitingQuery } from './reviews.ts'
import { RoundLine } from './round-line.tsx'
import { useAbsences } from './use-absences.ts'
import { useReviewWords } from './words.ts'
import './reviews.css'

/** What waits for one's review; and, for those who lead, how far the rounds are and which plans there are. */
export function ReviewsPage() {
  const items = useObjectNamed('review_item')
  return items?.can.includes('read') ? <Reviews /> : <NotFoundPage />
}

function Reviews() {
  const { t } = useWords()
  const plans = useObjectNamed('review_plan')
  const rounds = useObjectNamed('review_round')
  useDocumentTitle(t('reviews.title'))
  return (
    <>
      <PageHead title={t('reviews.title')} />
      <div className="page-scroll reviews-page">
        <Mine />
        <StandIns />
        {rounds?.can.includes('read') && plans?.can.includes('create') && <Rounds object={rounds} />}
        {plans?.can.includes('create') && <Plans object={plans} />}
      </div>
    </>
  )
}

function Mine() {
  const t = useReviewWords()
  const navigate = useNavigate()
  const { data, error } = useQuery(waitingQuery(useOwnId()))
  const [first] = data?.items ?? []
  const start = (): void => {
    if (first) void navigate({ to: '/o/$path/$id', params: { path: 'customers', id: String(first.customer) } })
  }
  return (
    <InPlaceSection title={t('mine')} icon="clipboard-check" error={error}>
      {data && !first && <p className="muted">{t('none')}</p>}
      {first && (
        <p className="reviewing-line">
          <strong>{t('mineCount', { count: data?.total ?? 0 })}</strong>
          <Button look="primary" icon={ClipboardCheck} onClick={start}>
            {t('start')}
          </Button>
        </p>
      )}
    </InPlaceSection>
  )
}

/** Whom the reader stands in for, where they have something to review: done for them file by file, or taken over whole. */
function StandIns() {
  const items = useObjectNamed('review_item')
  const absences = useAbsences()
  return items && absences.map((away) => <StandIn key={away.id} away={away} items={items} />)
}

function StandIn({ away, items }: { away: RecordAnswer; items: ObjectWire }) {
  const t = useReviewWords()
  const client = useQueryClient()
  const navigate = useNavigate()
  const me = useOwnId()
  const absent = String(away.absent)
  const { rows } = useRecords(items, { assignee: absent, state: 'open' })
  const take = useMutation({
    mutationFn: async () => {
      for (const round of new Set(rows.map((item) => String(item.round))))
        await handOver(round, { from: absent, to: me })
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['list'] }),
    onError: toastError,
  })
  const start = async (): Promise<void> => {
    const next = await nextFile(me, [absent])
    if (next) await navigate({ to: '/o/$path/$id', params: { path: 'customers', id: next } })
    else toast({ text: t('onlyOwn') })
  }
  if (rows.length === 0) return null
  return (
    <p className="reviewing-line">
      <span>{t('takeOver', { name: away.titles[absent] ?? '', count: rows.length })}</span>
      <Button icon={ClipboardCheck} onClick={() => void start()}>
        {t('startFor')}
      </Button>
      <Button look="quiet" busy={take.isPending} onClick={() => take.mutate()}>
        {t('take')}
      </Button>
    </p>
  )
}

function Rounds({ object }: { object: ObjectWire }) {
  const t = useReviewWords()
  const { rows, error, isPending } = useRecords(object, {}, { sort: '-openedOn' })
  return (
    <InPlaceSection title={t('rounds')} icon={object.icon} error={error}>
      {!isPending && rows.length === 0 && <p className="muted">{t('noRounds')}</p>}
      <ul>
        {rows.slice(0, 20).map((round) => (
          <RoundLine key={round.id} object={object} round={round} />
        ))}
      </ul>
    </InPlaceSection>
  )
}

function Plans({ object }: { object: ObjectWire }) {
  const t = useReviewWords()
  const { format } = useWords()
  const { rows, error, isPending } = useRecords(object, {}, { sort: 'createdAt' })
  return (
    <InPlaceSection title={t('plans')} icon={object.icon} error={error}>
      {!isPending && rows.length === 0 && <p className="muted">{t('noPlans')}</p>}
      <ul>
        {rows.map((plan) => (
          <li key={plan.id} className="in-place-line">
            <span className="in-place-text">
              <PlanLink path={object.path} plan={plan} />
              {plan.active ? (
                Boolean(plan.nextOn) && (
                  <span className="meta">{t('next', { day: format.date(String(plan.nextOn)) })}</span>
                )
              ) : (
                <Pill colour="grey">{t('off')}</Pill>
              )}
            </span>
          </li>
        ))}
      </ul>
      <p className="reviewing-actions">
        <Link to="/o/$path/new" params={{ path: object.path }} className="link">
          {t('newPlan')}
        </Link>
        <Link to="/o/$path" params={{ path: object.path }} className="link">
          {t('allPlans')}
        </Link>
      </p>
      {!isPending && rows.length === 0 && <Calendar object={object} />}
    </InPlaceSection>
  )
}

/** Offers the calendar that companies' rules ask for; nothing runs before somebody has chosen who does it. */
function Calendar({ object }: { object: ObjectWire }) {
  const t = useReviewWords()
  const { label } = useWords()
  const client = useQueryClient()
  const me = useOwnId()
  const make = useMutation({
    mutationFn: async () => {
      for (const { name, ...plan } of starterReviews)
        await createRecord(object, { ...plan, name: label(name), reviewers: [me] }, crypto.randomUUID())
    },
    onSuccess: async () => {
      toast({ text: t('calendarMade') })
      await client.invalidateQueries({ queryKey: ['list', object.name] })
    },
  })
  return (
    <>
      <p className="meta">{t('calendarText')}</p>
      <Trouble text={make.error?.message} />
      <Button busy={make.isPending} onClick={() => make.mutate()}>
        {t('calendar')}
      </Button>
    </>
  )
}
