import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { FieldWire, ObjectWire, RecordAnswer } from '#shared/wire'
import { fieldOf, useObjectNamed } from '../../../web/api/definitions.ts'
import { hasStatus } from '../../../web/api/problem.ts'
import { InPlaceSection } from '../../../web/file/in-place-section.tsx'
import { Button } from '../../../web/ui/button.tsx'
import { confirm } from '../../../web/ui/confirm.tsx'
import { FieldInput, FieldValue } from '../../../web/ui/field-value.tsx'
import { Progress } from '../../../web/ui/progress.tsx'
import { toast, toastError } from '../../../web/ui/toast.tsx'
import { Trouble } from '../../../web/ui/trouble.tsx'
import { useWords } from '../../../web/words/words.ts'
import { closeRound, handOver, progressQuery } from './reviews.ts'
import { useReviewWords } from './words.ts'
import '../../../web/ui/figure-table.css'
import './reviews.css'

/** How far a round is, person by person, or its report once it is closed; told to whoever leads it. */
export function RoundPart({ object, record }: { object: ObjectWire; record: RecordAnswer }) {
  const t = useReviewWords()
  const { data, error } = useQuery(progressQuery(record.id))
  // Who does not lead it is not told.
  if (!data) return hasStatus(error, 403) || hasStatus(error, 404) ? null : <Trouble text={error?.message} />
  const { report, frozen, state } = data
  return (
    <div className="reviewing-top">
      <InPlaceSection title={t(frozen ? 'report' : 'progress')} icon={object.icon} error={error}>
        <Progress label={t('progress')} done={report.done} total={report.total} />
        <People round={record.id} report={report} isOpen={state === 'open'} />
        {report.unassigned > 0 && <p className="trouble">{t('unassigned', { count: report.unassigned })}</p>}
        <Counted title={t('results')} object="review_item" field="result" round={record.id} counts={report.results} />
        <Counted
          title={t('kinds')}
          object="review_finding"
          field="kind"
          round={record.id}
          counts={report.counts.kinds}
        />
        <Counted
          title={t('states')}
          object="review_finding"
          field="state"
          round={record.id}
          counts={report.counts.states}
        />
        {frozen && <p className="meta reviewing-hash">{t('frozen', { hash: frozen.hash })}</p>}
        {frozen && !frozen.sound && <p className="trouble">{t('changed')}</p>}
        <p>
          <a className="link reviewing-pdf" href={`/api/review-rounds/${record.id}/report`} download>
            {t('pdf')}
          </a>
        </p>
        {state === 'open' && <CloseRound round={record.id} />}
      </InPlaceSection>
    </div>
  )
}

type Report = NonNullable<ReturnType<typeof useReport>>['report']
const useReport = (round: string) => useQuery(progressQuery(round)).data

function People({ round, report, isOpen }: { round: string; report: Report; isOpen: boolean }) {
  const t = useReviewWords()
  const { format } = useWords()
  const heads = ['total', 'done', 'late', 'openItems'] as const
  return (
    <div className="figure-table">
      <table>
        <thead>
          <tr>
            <th scope="col">{t('person')}</th>
            {heads.map((head) => (
              <th key={head} scope="col" className="figure">
                {t(head)}
              </th>
            ))}
            {isOpen && <td />}
          </tr>
        </thead>
        <tbody>
          {report.people.map(({ id, name, total, done, late, open }) => (
            <tr key={id}>
              <th scope="row">
                <RowsLink object="review_item" where={{ round, assignee: id }}>
                  {name}
                </RowsLink>
              </th>
              {[total, done, late, open].map((count, at) => (
                <td key={heads[at]} className="figure">
                  {format.number(count)}
                </td>
              ))}
              {isOpen && <td>{open > 0 && <HandOver round={round} from={id} />}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

type RowsLinkProps = {
  object: 'review_item' | 'review_finding'
  where: Record<string, string>
  children: React.ReactNode
}

/** Opens the records behind a number. */
function RowsLink({ object, where, children }: RowsLinkProps) {
  const rows = useObjectNamed(object)
  if (!rows) return children
  return (
    <Link to="/o/$path" params={{ path: rows.path }} search={{ where }} className="link">
      {children}
    </Link>
  )
}

type CountedProps = {
  title: string
  object: 'review_item' | 'review_finding'
  field: string
  round: string
  counts?: Readonly<Record<string, number>>
}

function Counted({ title, object, field, round, counts = {} }: CountedProps) {
  const { format } = useWords()
  const of = useObjectNamed(object)
  const told: FieldWire | undefined = of && fieldOf(of, field)
  const entries = Object.entries(counts)
  if (!told || entries.length === 0) return null
  return (
    <p className="reviewing-counts">
      <span className="muted">{title}</span>
      {entries.map(([value, count]) => (
        <RowsLink key={value} object={object} where={{ round, [field]: value }}>
          <FieldValue field={told} value={value} titles={{}} dense /> {format.number(count)}
        </RowsLink>
      ))}
    </p>
  )
}

/** Gives what somebody still has to do to somebody else. */
function HandOver({ round, from }: { round: string; from: string }) {
  const t = useReviewWords()
  const client = useQueryClient()
  const [isChoosing, setChoosing] = useState(false)
  const items = useObjectNamed('review_item')
  const field = items && fieldOf(items, 'assignee')
  const give = useMutation({
    mutationFn: (to: string) => handOver(round, { from, to }),
    onSuccess: async ({ moved, left }) => {
      toast({ text: t('handedOver', { moved, left }) })
      setChoosing(false)
      await client.invalidateQueries({ queryKey: ['list'] })
    },
    onError: toastError,
  })
  if (!isChoosing || !field)
    return (
      <Button look="quiet" small onClick={() => setChoosing(true)}>
        {t('handOver')}
      </Button>
    )
  return (
    <FieldInput
      field={field}
      label={t('handOverTo')}
      value={null}
      titles={{}}
      autoFocus
      onChange={(to) => typeof to === 'string' && give.mutate(to)}
    />
  )
}

function CloseRound({ round }: { round: string }) {
  const t = useReviewWords()
  const client = useQueryClient()
  const close = useMutation({
    mutationFn: () => closeRound(round),
    onSuccess: async () => {
      toast({ text: t('closed') })
      await client.invalidateQueries()
    },
    onError: toastError,
  })
  const ask = async (): Promise<void> => {
    if (await confirm({ title: t('closeTitle'), text: t('closeText'), action: t('close') })) close.mutate()
  }
  return (
    <p>
      <Button busy={close.isPending} onClick={() => void ask()}>
        {t('close')}
      </Button>
    </p>
  )
}
