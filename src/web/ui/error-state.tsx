import { CloudAlert, RotateCw } from 'lucide-react'
import { Problem } from '../api/problem.ts'
import { useWords } from '../words/words.ts'
import { Button } from './button.tsx'

/** What went wrong, in a sentence, and the way to try again. */
export function ErrorState({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useWords()
  const requestId = error instanceof Problem ? error.wire.requestId : ''
  return (
    <div className="state" role="alert">
      <span className="state-icon">
        <CloudAlert size={22} strokeWidth={1.5} aria-hidden />
      </span>
      <h2 className="state-title">{t('error.title')}</h2>
      <p className="muted">{error instanceof Error && error.message ? error.message : t('error.unexpected')}</p>
      {requestId && <p className="meta">{t('error.requestId', { requestId })}</p>}
      {onRetry && (
        <div className="state-actions">
          <Button icon={RotateCw} onClick={onRetry}>
            {t('action.retry')}
          </Button>
        </div>
      )}
    </div>
  )
}
