import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Filter } from '#shared/filter'
import type { ObjectWire, RecordAnswer } from '#shared/wire'
import { useObjectNamed } from '../../../web/api/definitions.ts'
import { createRecord, refresh } from '../../../web/api/records.ts'
import { useRecords } from '../../../web/api/use-records.ts'
import { useTotal } from '../../../web/api/use-total.ts'
import { InPlaceSection } from '../../../web/file/in-place-section.tsx'
import { Button } from '../../../web/ui/button.tsx'
import { toast, toastError } from '../../../web/ui/toast.tsx'
import { useWords } from '../../../web/words/words.ts'
import { useMeetingWords } from './words.ts'
import './meetings.css'

/** A week of somebody in numbers that lead to their records, and its problems, each of which can become a task. */
export function WeekPart({ object, record }: { object: ObjectWire; record: RecordAnswer }) {
  const t = useMeetingWords()
  const { format } = useWords()
  const tasks = useObjectNamed('task')
  const from = String(record.week)
  const until = sixDaysAfter(from)
  return (
    <div className="meeting-top">
      <InPlaceSection title={t('numbers')} icon={object.icon}>
        <p className="meta">
          {`${t('week', { from: format.date(from), until: format.date(until) })} · ${t('numbersText')}`}
        </p>
        <dl className="meeting-numbers">
          {figuresOf(String(record.author), { from, until }).map((figure) => (
            <Figure key={figure.word} {...figure} />
          ))}
        </dl>
      </InPlaceSection>
      {tasks?.can.includes('create') && <Problems tasks={tasks} record={record} />}
    </div>
  )
}

function sixDaysAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 6 * 86_400_000).toISOString().slice(0, 10)
}

type FigureProps = {
  word: 'made' | 'changed' | 'followUps' | 'tasksDone' | 'tasksLate'
  object: string
  where: Filter
}

function figuresOf(author: string, { from, until }: { from: string; until: string }): readonly FigureProps[] {
  const inWeek = { gte: from, lte: until }
  return [
    { word: 'made', object: 'customer', where: { createdBy: author, createdAt: inWeek } },
    { word: 'changed', object: 'customer', where: { updatedBy: author, updatedAt: inWeek } },
    { word: 'followUps', object: 'follow_up', where: { by: author, at: inWeek } },
    { word: 'tasksDone', object: 'task', where: { assignee: author, state: 'done', doneAt: inWeek } },
    {
      word: 'tasksLate',
      object: 'task',
      where: { and: [{ assignee: author, state: 'open' }, { dueAt: { lte: until } }, { dueAt: { lt: 'now' } }] },
    },
  ]
}

function Figure({ word, object: name, where }: FigureProps) {
  const t = useMeetingWords()
  const { format } = useWords()
  const object = useObjectNamed(name)
  const total = useTotal(object?.can.includes('read') ? { object, where } : undefined)
  if (!object) return null
  return (
    <div>
      <dt>{t(word)}</dt>
      <dd>
        <Link to="/o/$path" params={{ path: object.path }} search={{ where }} className="link">
          {total === undefined ? '…' : format.number(total)}
        </Link>
      </dd>
    </div>
  )
}

function Problems({ tasks, record }: { tasks: ObjectWire; record: RecordAnswer }) {
  const t = useMeetingWords()
  const client = useQueryClient()
  const { rows } = useRecords(tasks, { workReport: record.id })
  const made = new Map(rows.map((task) => [String(task.title), task]))
  const make = useMutation({
    mutationFn: (title: string) => createRecord(tasks, { title, workReport: record.id }, crypto.randomUUID()),
    onSuccess: () => toast({ text: t('taskMade') }),
    onError: toastError,
    onSettled: () => refresh(client, tasks.name, []),
  })
  const lines = linesOf(record.problems)
  if (lines.length === 0) return null
  return (
    <InPlaceSection title={t('problems')} icon={tasks.icon}>
      <ul>
        {lines.map((line) => (
          <li key={line} className="in-place-line">
            <span className="in-place-text">{line}</span>
            <Made tasks={tasks} task={made.get(line)}>
              <Button small busy={make.isPending} onClick={() => make.mutate(line)}>
                {t('makeTask')}
              </Button>
            </Made>
          </li>
        ))}
      </ul>
    </InPlaceSection>
  )
}

type MadeProps = { tasks: ObjectWire; task: RecordAnswer | undefined; children: React.ReactNode }

function Made({ tasks, task, children }: MadeProps) {
  const t = useMeetingWords()
  if (!task) return children
  return (
    <Link to="/o/$path/$id" params={{ path: tasks.path, id: task.id }} className="link">
      {t('taskMade')}
    </Link>
  )
}

/** Each once, as long as the title of a task may be. */
function linesOf(value: unknown): readonly string[] {
  const lines = String(value ?? '').split('\n')
  return [...new Set(lines.map((line) => line.trim().slice(0, 200)).filter((line) => line))]
}
