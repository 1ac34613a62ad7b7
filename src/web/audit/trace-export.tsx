import { useMutation } from '@tanstack/react-query'
import { Input } from 'antd'
import { type SubmitEvent, useId, useState } from 'react'
import { request } from '../api/request.ts'
import { Button } from '../ui/button.tsx'
import { Trouble } from '../ui/trouble.tsx'
import { useWords } from '../words/words.ts'
import 'virtual:antd/input.css'

type Traced = { number: string; name: string; at: string; grounds: string }

/** Whose export a file came from, by the archive number of a customer in it that nobody knows. */
export function TraceExport() {
  const { t, format } = useWords()
  const id = useId()
  const [number, setNumber] = useState('')
  const trace = useMutation({
    mutationFn: () => request<Traced>('POST', '/export-traces', { body: { number: number.trim() } }),
  })
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    trace.mutate()
  }
  const found = trace.data
  return (
    <section aria-label={t('audit.trace.title')}>
      <h2>{t('audit.trace.title')}</h2>
      <form className="audit-trace" onSubmit={submit}>
        <label htmlFor={id}>{t('audit.trace.number')}</label>
        <div className="audit-trace-line">
          <Input id={id} value={number} maxLength={64} onChange={(event) => setNumber(event.target.value)} />
          <Button submit busy={trace.isPending} disabled={!number.trim()}>
            {t('audit.trace.find')}
          </Button>
        </div>
      </form>
      <div role="status">
        {found && <p>{t('audit.trace.found', { ...found, at: format.shortDateTime(found.at) })}</p>}
      </div>
      <Trouble text={trace.error?.message} />
    </section>
  )
}
