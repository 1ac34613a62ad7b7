import { useMutation, useQueryClient } from '@tanstack/react-query'
import { confirmRecoverySheets, keysQuery } from '../api/keys.ts'
import { sessionQuery } from '../api/session.ts'
import { Button } from '../ui/button.tsx'
import { toastError } from '../ui/toast.tsx'
import { useWords } from '../words/words.ts'

/** The sheets while they can be read, gone with the page; and the word of whoever answers for it that both are kept. */
export function RecoverySheets({ sheets }: { sheets: readonly string[] | undefined }) {
  const { t } = useWords()
  const client = useQueryClient()
  const kept = useMutation({
    mutationFn: confirmRecoverySheets,
    onError: toastError,
    onSettled: () =>
      Promise.all([keysQuery, sessionQuery].map(({ queryKey }) => client.invalidateQueries({ queryKey }))),
  })
  return (
    <div className="keys-sheets" role={sheets && 'alert'}>
      <p>{t(sheets ? 'keys.sheetsText' : 'keys.sheetsUnconfirmed')}</p>
      {sheets?.map((sheet, index) => (
        <figure key={sheet}>
          <figcaption>{t('keys.sheet', { number: index + 1 })}</figcaption>
          <code className="keys-code">{sheet}</code>
        </figure>
      ))}
      <div>
        <Button look="primary" busy={kept.isPending} onClick={() => kept.mutate()}>
          {t('keys.sheetsKept')}
        </Button>
      </div>
    </div>
  )
}
