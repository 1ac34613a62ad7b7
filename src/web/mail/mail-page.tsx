import { useQuery } from '@tanstack/react-query'
import { mailSettingsQuery } from '../api/mail.ts'
import { useDocumentTitle } from '../shell/use-document-title.ts'
import { ErrorState } from '../ui/error-state.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { useWords } from '../words/words.ts'
import { MailList } from './mail-list.tsx'
import { MailSettingsForm } from './mail-settings-form.tsx'
import './mail.css'
import '../session/session.css'

/** How mail leaves the house, and which has left or waits. */
export function MailPage() {
  const { t } = useWords()
  const { data, error, refetch } = useQuery(mailSettingsQuery)
  useDocumentTitle(t('mail.title'))
  return (
    <>
      <PageHead title={t('mail.title')} />
      <div className="page-scroll mail-page">
        {data ? (
          <>
            <MailSettingsForm settings={data} />
            <MailList ready={data.ready} />
          </>
        ) : null}
        {!data && (error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton rows={8} />)}
      </div>
    </>
  )
}
