import { useQuery } from '@tanstack/react-query'
import { useDocumentTitle } from '../../../web/shell/use-document-title.ts'
import { ErrorState } from '../../../web/ui/error-state.tsx'
import { PageHead } from '../../../web/ui/page-head.tsx'
import { Skeleton } from '../../../web/ui/skeleton.tsx'
import { useWords } from '../../../web/words/words.ts'
import { signInSettingsQuery } from './sign-in-settings.ts'
import { SignInSettingsForm } from './sign-in-settings-form.tsx'
import './sign-in-settings.css'

/** How the company lets its people in. */
export function SignInSettingsPage() {
  const { t } = useWords()
  const { data, error, refetch } = useQuery(signInSettingsQuery)
  useDocumentTitle(t('signInSettings.title'))
  if (data) return <SignInSettingsForm settings={data} />
  return (
    <>
      <PageHead title={t('signInSettings.title')} />
      {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton rows={8} />}
    </>
  )
}
