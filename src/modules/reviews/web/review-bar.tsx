import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { ClipboardCheck } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { verifiedBy } from '#shared/verification'
import type { ObjectWire, RecordAnswer } from '#shared/wire'
import { useObjectNamed } from '../../../web/api/definitions.ts'
import { useOwnId } from '../../../web/api/session.ts'
import { useRecords } from '../../../web/api/use-records.ts'
import { useShortcut } from '../../../web/shortcuts/use-shortcut.ts'
import { Button } from '../../../web/ui/button.tsx'
import { PlainSelect } from '../../../web/ui/inputs/selects.ts'
import { toast } from '../../../web/ui/toast.tsx'
import { Trouble } from '../../../web/ui/trouble.tsx'
import { type Found, isOwn, nextFile, submitReview, type Way, waitingQuery } from './reviews.ts'
import { useAbsences } from './use-absences.ts'
import { useReviewWords } from './words.ts'
import './reviews.css'

const Findings = lazy(() => import('./findings.tsx').then((part) => ({ default: part.Findings })))

type BarProps = { object: ObjectWire; record: RecordAnswer }

/** Stands on a file that waits for the reader's review: all right by one key, or what is wrong; then the next file. */
export function ReviewBar({ object, record }: BarProps) {
  const items = useObjectNamed('review_item')
  return items?.can.includes('read') ? <Waiting items={items} object={object} record={record} /> : null
}

function Waiting({ items, object, record }: BarProps & { items: ObjectWire }) {
  const me = useOwnId()
  const absent = useAbsences().map((away) => String(away.absent))
  const assignee = { in: isOwn(record, me) ? [me] : [me, ...absent] }
  const { rows } = useRecords(items, { customer: record.id, assignee, state: 'open' }, { sort: 'createdAt' })
  const item = rows.find((one) => one.assignee === me) ?? rows[0]
  return item ? <Bar key={item.id} item={item} object={object} record={record} /> : null
}

function Bar({ item, object, record }: BarProps & { item: RecordAnswer }) {
  const t = useReviewWords()
  const [how, setHow] = useState<Way | ''>('document')
  const [isFinding, setFinding] = useState(false)
  const assignee = String(item.assignee)
  const isMine = assignee === useOwnId()
  const { data: waiting } = useQuery(waitingQuery(assignee))
  const submit = useSubmit(item.id)
  const send = (findings: readonly Found[]): void =>
    submit.mutate({ version: record.version, findings, ...(how && { how }) })
  const allRight = (): void => {
    if (!submit.isPending && !isFinding) send([])
  }
  useShortcut('allRight', allRight)
  const ways = [
    { value: '', label: t('howNone') },
    ...verifiedBy.map((way) => ({ value: way, label: t(`ways.${way}`) })),
  ]
  return (
    <section className="reviewing-bar" aria-label={t('bar')}>
      <div className="reviewing-line">
        <ClipboardCheck size={16} aria-hidden />
        <p>
          <strong>{String(item.name)}</strong>{' '}
          {!isMine && <span>{t('standsIn', { name: item.titles[assignee] ?? '' })}</span>}{' '}
          <span>{t('left', { count: Math.max((waiting?.total ?? 1) - 1, 0) })}</span>
        </p>
        <PlainSelect
          aria-label={t('how')}
          prefix={t('how')}
          value={how}
          options={ways}
          onChange={(next) => setHow(verifiedBy.find((way) => way === next) ?? '')}
        />
        <Button look="primary" busy={submit.isPending} disabled={isFinding} title={t('allRightKey')} onClick={allRight}>
          {t('allRight')}
        </Button>
        <Button expanded={isFinding} onClick={() => setFinding(!isFinding)}>
          {t('found')}
        </Button>
      </div>
      <Trouble text={submit.error?.message} />
      {isFinding && (
        <Suspense fallback={null}>
          <Findings object={object} busy={submit.isPending} onSubmit={send} onCancel={() => setFinding(false)} />
        </Suspense>
      )}
    </section>
  )
}

/** Submits, and leads on to the next file that waits. */
function useSubmit(item: string) {
  const t = useReviewWords()
  const client = useQueryClient()
  const navigate = useNavigate()
  const me = useOwnId()
  const absences = useAbsences()
  return useMutation({
    mutationFn: (said: Parameters<typeof submitReview>[1]) => submitReview(item, said),
    onSuccess: async () => {
      const next = await nextFile(me, [me, ...absences.map((away) => String(away.absent))])
      toast({ text: t(next ? 'reviewed' : 'finished') })
      if (next) await navigate({ to: '/o/$path/$id', params: { path: 'customers', id: next } })
      else await navigate({ to: '/reviews' })
      await client.invalidateQueries({ queryKey: ['list'] })
    },
  })
}
