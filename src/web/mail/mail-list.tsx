import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Send } from 'lucide-react'
import { type Mail, mailsQuery, sendTestMail } from '../api/mail.ts'
import { Button } from '../ui/button.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { Pill } from '../ui/pill.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { Trouble } from '../ui/trouble.tsx'
import { useWords } from '../words/words.ts'
import { useMailWords } from './mail-words.ts'

const colours = { queued: 'grey', sent: 'green', failed: 'red' } as const

/** The mails of late, and a test to oneself that joins them. */
export function MailList({ ready }: { ready: boolean }) {
  const own = useMailWords()
  const client = useQueryClient()
  const { data, error, refetch } = useQuery(mailsQuery)
  const test = useMutation({
    mutationFn: sendTestMail,
    onSettled: () => client.invalidateQueries({ queryKey: mailsQuery.queryKey }),
  })
  return (
    <section className="mail-list" aria-labelledby="mail-list">
      <header>
        <h2 id="mail-list">{own('list')}</h2>
        <Button icon={Send} busy={test.isPending} disabled={!ready} onClick={() => test.mutate()}>
          {own('test')}
        </Button>
      </header>
      {!ready && <p className="muted">{own('notReady')}</p>}
      <Trouble text={test.error?.message} />
      {!data && (error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton rows={3} />)}
      {data?.items.length === 0 && <p className="muted">{own('none')}</p>}
      <ul aria-live="polite">
        {data?.items.map((mail) => (
          <MailLine key={mail.id} mail={mail} name={data.titles[mail.person] ?? mail.person.slice(0, 8)} />
        ))}
      </ul>
    </section>
  )
}

function MailLine({ mail, name }: { mail: Mail; name: string }) {
  const own = useMailWords()
  const { format } = useWords()
  const { kind, state, trouble, attempts, queuedAt, endedAt } = mail
  return (
    <li>
      <Pill colour={colours[state]}>{own(`states.${state}`)}</Pill>
      <span>{own(`kinds.${kind}`, { name })}</span>
      <time className="muted" dateTime={endedAt ?? queuedAt}>
        {format.shortDateTime(endedAt ?? queuedAt)}
      </time>
      {trouble && <p className="meta">{own(`troubles.${trouble}`, { attempts: format.number(attempts) })}</p>}
    </li>
  )
}
