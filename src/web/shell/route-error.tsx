import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { Lock } from 'lucide-react'
import { hasStatus } from '../api/problem.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { useWords } from '../words/words.ts'
import { NotFoundPage } from './not-found-page.tsx'

/** A page that could not be shown: missing, not allowed, or in trouble. */
export function RouteError({ error, reset }: ErrorComponentProps) {
  const { t } = useWords()
  const router = useRouter()
  if (hasStatus(error, 404)) return <NotFoundPage />
  if (hasStatus(error, 403))
    return (
      <EmptyState
        wholePage
        icon={Lock}
        title={t('error.forbidden')}
        text={error instanceof Error ? error.message : ''}
      />
    )
  const retry = (): void => {
    reset()
    void router.invalidate()
  }
  return <ErrorState error={error} onRetry={retry} />
}
