import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Send } from 'lucide-react'
import { type Mail, mailsQuery, sendTestMail } from '../api/mail.ts'
import { Button } from '../ui/button.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { Pill } from '../ui/pill.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { Trouble } from '../ui/trouble.tsx'
import { useWords } from '../words/words.ts'

const colours = { queued: 'grey', sent: 'green', failed: 'red' } as const

/** The mails of late, and a test to oneself that joins them. */
export function MailList({ ready }: { ready: boolean }) {
  const { t } = useWords()
  const client = useQueryClient()
  const { data, error, refetch } = useQuery(mailsQuery)
  const test = useMutation({
    mutationFn: sendTestMail,
    onSettled: () => client.invalidateQueries({ queryKey: mailsQuery.queryKey }),
  })
  return (
    <section className="mail-list" aria-labelledby="mail-list">
      <header>
        <h2 id="mail-list">{t('mail.list')}</h2>
        <Button icon={Send} busy={test.isPending} disabled={!ready} onClick={() => test.mutate()}>
          {t('mail.test')}
        </Button>
      </header>
      {!ready && <p className="muted">{t('mail.notReady')}</p>}
      <Trouble text={test.error?.message} />
      {!data && (error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton rows={3} />)}
      {data?.items.length === 0 && <p className="muted">{t('mail.none')}</p>}
      <ul aria-live="polite">
        {data?.items.map((mail) => (
          <MailLine key={mail.id} mail={mail} name={data.titles[mail.person] ?? mail.person.slice(0, 8)} />
        ))}
      </ul>
    </section>
  )
}

function MailLine({ mail, name }: { mail: Mail; name: string }) {
  const { t, format } = useWords()
  const { kind, state, trouble, attempts, queuedAt, endedAt } = mail
  return (
    <li>
      <Pill colour={colours[state]}>{t(`mail.states.${state}`)}</Pill>
      <span>{t(`mail.kinds.${kind}`, { name })}</span>
      <time className="muted" dateTime={endedAt ?? queuedAt}>
        {format.shortDateTime(endedAt ?? queuedAt)}
      </time>
      {trouble && <p className="meta">{t(`mail.troubles.${trouble}`, { attempts: format.number(attempts) })}</p>}
    </li>
  )
}
