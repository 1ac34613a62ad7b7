import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Keyboard } from 'lucide-react'
import { type SubmitEvent, useState } from 'react'
import type { ObjectWire, RecordAnswer } from '#shared/wire'
import { fieldOf, useObjectNamed } from '../../../web/api/definitions.ts'
import { useOwnId } from '../../../web/api/session.ts'
import { useRecords } from '../../../web/api/use-records.ts'
import { NotFoundPage } from '../../../web/shell/not-found-page.tsx'
import { useDocumentTitle } from '../../../web/shell/use-document-title.ts'
import { Button } from '../../../web/ui/button.tsx'
import { EmptyState } from '../../../web/ui/empty-state.tsx'
import { ErrorState } from '../../../web/ui/error-state.tsx'
import { FieldInput } from '../../../web/ui/field-value.tsx'
import { PageHead } from '../../../web/ui/page-head.tsx'
import { Skeleton } from '../../../web/ui/skeleton.tsx'
import { toast } from '../../../web/ui/toast.tsx'
import { Trouble } from '../../../web/ui/trouble.tsx'
import { useWords } from '../../../web/words/words.ts'
import { formQuery, keyAgain } from './keying.ts'
import { Scans } from './scans.tsx'
import { useKeyingWords } from './words.ts'
import './keying.css'

/** What the reader is to key again, one value after the other, beside the scans that it is keyed from. */
export function KeyingPage() {
  const entries = useObjectNamed('second_entry')
  return entries?.can.includes('read') ? <Queue entries={entries} /> : <NotFoundPage />
}

function Queue({ entries }: { entries: ObjectWire }) {
  const t = useKeyingWords()
  useDocumentTitle(t('title'))
  const { rows, error, isPending } = useRecords(entries, { assignee: useOwnId(), state: 'open' }, { sort: 'createdAt' })
  const [first] = rows
  if (error) return <ErrorState error={error} />
  return (
    <>
      <PageHead title={t('title')} />
      <div className="page-scroll keying-page">
        {isPending && <Skeleton rows={6} />}
        {!isPending && !first && <EmptyState icon={Keyboard} title={t('none')} text={t('noneText')} />}
        {first && (
          <>
            <p className="muted">
              {t('text')} {t('left', { count: rows.length })}
            </p>
            <Entry key={first.id} entry={first} />
          </>
        )}
      </div>
    </>
  )
}

function Entry({ entry }: { entry: RecordAnswer }) {
  const t = useKeyingWords()
  const { label, format } = useWords()
  const { data, error } = useQuery(formQuery(entry.id))
  const object = useObjectNamed(String(entry.object))
  const field = object && fieldOf(object, String(entry.field))
  const [value, setValue] = useState<unknown>(null)
  const send = useSend(entry.id, value)
  if (error) return <ErrorState error={error} />
  if (!data || !object || !field) return <Skeleton rows={6} />
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    send.mutate()
  }
  const name = label(field.label)
  return (
    <div className="keying-entry">
      <form aria-label={name} onSubmit={submit}>
        <h2>{data.number ? t('file', { number: data.number }) : label(object.label)}</h2>
        <p className="meta">
          {[
            label(object.label),
            data.title,
            typeof entry.dueOn === 'string' && t('due', { day: format.date(String(entry.dueOn)) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        <div className="keying-field">
          <span aria-hidden>{name}</span>
          <FieldInput field={field} label={name} value={value} titles={{}} autoFocus onChange={setValue} />
        </div>
        <Trouble text={send.error?.message} />
        <Button look="primary" submit busy={send.isPending} disabled={value === null || value === ''}>
          {t('submit')}
        </Button>
      </form>
      <Scans entry={entry.id} scans={data.evidence} />
    </div>
  )
}

function useSend(entry: string, value: unknown) {
  const t = useKeyingWords()
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => keyAgain(entry, value),
    onSuccess: async ({ state }) => {
      toast({ text: t(state) })
      await client.invalidateQueries({ queryKey: ['list'] })
    },
  })
}
