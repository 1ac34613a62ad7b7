import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { ObjectWire, RecordAnswer } from '#shared/wire'
import { fieldOf, useObjectNamed } from '../../../web/api/definitions.ts'
import { changeRecord, recordQuery } from '../../../web/api/records.ts'
import { request } from '../../../web/api/request.ts'
import { useOwnId } from '../../../web/api/session.ts'
import { useRecords } from '../../../web/api/use-records.ts'
import { InPlaceSection } from '../../../web/file/in-place-section.tsx'
import { isOpen } from '../../../web/file/is-open.ts'
import { Button } from '../../../web/ui/button.tsx'
import { RecordValue } from '../../../web/ui/field-value.tsx'
import { Pill } from '../../../web/ui/pill.tsx'
import { toast, toastError } from '../../../web/ui/toast.tsx'
import { titleOf } from '../../../web/words/title-of.ts'
import { useWords } from '../../../web/words/words.ts'
import { inForce, skipStep, startCase } from './procedures.ts'
import { SkipForm } from './skip-form.tsx'
import { useGoverned } from './use-governed.ts'
import { useProcedureWords } from './words.ts'
import './procedures.css'

type PartProps = { object: ObjectWire; record: RecordAnswer }

/** The procedures that are carried out for a record, step by step, and those that could be; a customer's file has those of all that stands on it. */
export function CasePart({ object, record }: PartProps) {
  const cases = useObjectNamed('procedure_case')
  const steps = useObjectNamed('case_step')
  const editions = useObjectNamed('edition')
  if (!cases?.can.includes('read') || !steps || !editions?.can.includes('read')) return null
  return <Cases {...{ object, record, cases, steps, editions }} />
}

type CasesProps = PartProps & { cases: ObjectWire; steps: ObjectWire; editions: ObjectWire }

function Cases({ object, record, cases, steps, editions }: CasesProps) {
  const t = useProcedureWords()
  const isFile = object.name === 'customer'
  const about = isFile ? { customer: record.id } : { record: record.id }
  const found = useRecords(cases, about, { sort: '-startedAt' })
  const runs = found.rows.map(({ id }) => id)
  const all = useRecords(steps, isFile ? about : { run: { in: runs.length ? runs : [record.id] } }, {
    sort: 'position',
  })
  const offered = useRecords(editions, inForce(useGoverned(object), record.stage), { sort: 'title' })
  const own = found.rows.filter((one) => !isFile || !one.record)
  const running = new Set(own.filter(({ state }) => state === 'running').map(({ name }) => name))
  const startable = offered.rows.filter(
    ({ title, steps: own }) => Array.isArray(own) && own.length > 0 && !running.has(title),
  )
  const mayStart = isOpen(record) && startable.length > 0
  if (found.rows.length === 0 && !mayStart) return null
  return (
    <InPlaceSection title={t('part')} icon={cases.icon} error={found.error ?? all.error}>
      {found.rows.length === 0 && <p className="meta">{t('noCases')}</p>}
      {found.rows.map((one) => (
        <Case
          key={one.id}
          cases={cases}
          one={one}
          page={object}
          steps={steps}
          rows={all.rows.filter(({ run }) => run === one.id)}
        />
      ))}
      {mayStart && (
        <ul>
          {startable.map((edition) => (
            <Startable key={edition.id} object={object} record={record.id} edition={edition} />
          ))}
        </ul>
      )}
    </InPlaceSection>
  )
}

function Startable({ object, record, edition }: { object: ObjectWire; record: string; edition: RecordAnswer }) {
  const t = useProcedureWords()
  const client = useQueryClient()
  const start = useMutation({
    mutationFn: () => startCase(object.name, record, edition.id),
    onSuccess: async () => {
      toast({ text: t('started') })
      await client.invalidateQueries({ queryKey: ['list'] })
    },
    onError: toastError,
  })
  return (
    <li className="in-place-line">
      <span className="in-place-text">
        <Link to="/reading/$id" params={{ id: edition.id }} className="link">
          {String(edition.title)}
        </Link>
      </span>
      <Button small busy={start.isPending} onClick={() => start.mutate()}>
        {t('start')}
      </Button>
    </li>
  )
}

type CaseProps = {
  cases: ObjectWire
  one: RecordAnswer
  /** Of whose record the page is. */
  page: ObjectWire
  steps: ObjectWire
  rows: readonly RecordAnswer[]
}

function Case({ cases, one, page, steps, rows }: CaseProps) {
  const subject = useObjectNamed(typeof one.object === 'string' ? one.object : 'customer')
  const [isWhole, setWhole] = useState(one.state === 'running')
  const state = fieldOf(cases, 'state')
  return (
    <details className="case" open={isWhole} onToggle={(event) => setWhole(event.currentTarget.open)}>
      <summary>
        <strong>{String(one.name)}</strong>{' '}
        {state && <RecordValue field={state} record={one} titles={one.titles} dense />}
      </summary>
      {subject && subject.name !== page.name && <Subject object={subject} id={String(one.record)} />}
      {isWhole && (
        <ol>
          {rows.map((step) => (
            <Step key={step.id} steps={steps} step={step} subject={subject ?? page} />
          ))}
        </ol>
      )}
    </details>
  )
}

/** What a case is about that stands on the file, for whoever sees it. */
function Subject({ object, id }: { object: ObjectWire; id: string }) {
  const { label } = useWords()
  const { data } = useQuery(recordQuery(object, id))
  if (!data) return null
  return (
    <p className="meta">
      {label(object.label)}:{' '}
      <Link to="/o/$path/$id" params={{ path: object.path, id }} className="link">
        {titleOf(object, data) || label(object.label)}
      </Link>
    </p>
  )
}

function Step({ steps, step, subject }: { steps: ObjectWire; step: RecordAnswer; subject: ObjectWire }) {
  const t = useProcedureWords()
  const { format, label } = useWords()
  const state = fieldOf(steps, 'state')
  const name = (id: unknown): string => (typeof id === 'string' ? (step.titles[id] ?? '') : '')
  const told = (value: unknown): string =>
    (Array.isArray(value) ? value : [])
      .map((field) => label(fieldOf(subject, String(field))?.label ?? { zh: String(field), en: String(field) }))
      .join(' · ')
  const late = step.state === 'open' && typeof step.dueAt === 'string' && Date.parse(step.dueAt) < Date.now()
  return (
    <li className="case-step">
      <span className="in-place-text">
        <span>{String(step.name)}</span>
        {state && <RecordValue field={state} record={step} titles={step.titles} dense />}
        {!step.must && <span className="meta">{t('mayNot')}</span>}
        {late && <Pill colour="red">{t('late')}</Pill>}
      </span>
      <span className="meta">
        {step.state === 'open' && `${name(step.owner)} · ${t('due', { time: format.dateTime(String(step.dueAt)) })}`}
        {(step.state === 'done' || step.state === 'skipped') &&
          t('ended', { name: name(step.endedBy), time: format.dateTime(String(step.endedAt)) })}
        {typeof step.reason === 'string' && ` · ${step.reason}`}
      </span>
      {step.state === 'open' && (
        <>
          {typeof step.what === 'string' && <span className="case-what">{step.what}</span>}
          {told(step.needed) && <span className="meta">{t('needs', { fields: told(step.needed) })}</span>}
          {told(step.verified) && <span className="meta">{t('verifies', { fields: told(step.verified) })}</span>}
          <Acts step={step} />
        </>
      )}
    </li>
  )
}

/** Ticks the step's task, or goes past the step with a reason. */
function Acts({ step }: { step: RecordAnswer }) {
  const t = useProcedureWords()
  const me = useOwnId()
  const tasks = useObjectNamed('task')
  const client = useQueryClient()
  const [isSkipping, setSkipping] = useState(false)
  const settle = {
    onSuccess: () => client.invalidateQueries(),
    onError: toastError,
  }
  const tick = useMutation({
    mutationFn: async () => {
      if (!tasks) return
      const task = await request<RecordAnswer>('GET', `/${tasks.path}/${String(step.todo)}`)
      await changeRecord(tasks, task, { state: 'done' })
      toast({ text: t('ticked') })
    },
    ...settle,
  })
  const skip = useMutation({
    mutationFn: async (reason: string) => {
      await skipStep(step.id, reason)
      toast({ text: t('skipDone') })
    },
    ...settle,
  })
  if (isSkipping)
    return (
      <SkipForm busy={skip.isPending} onSkip={(reason) => skip.mutate(reason)} onCancel={() => setSkipping(false)} />
    )
  return (
    <span className="case-acts">
      {tasks && step.owner === me && (
        <Button small look="primary" busy={tick.isPending} onClick={() => tick.mutate()}>
          {t('tick')}
        </Button>
      )}
      <Button small look="quiet" onClick={() => setSkipping(true)}>
        {t('skip')}
      </Button>
    </span>
  )
}
