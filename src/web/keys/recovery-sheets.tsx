import { confirmRecoverySheets } from '../api/keys.ts'
import { Button } from '../ui/button.tsx'
import { useWords } from '../words/words.ts'
import { useKeyAct } from './use-key-act.ts'

/** The sheets while they can be read, gone with the page; and the word of whoever answers for it that both are kept. */
export function RecoverySheets({ sheets }: { sheets: readonly string[] | undefined }) {
  const { t } = useWords()
  const kept = useKeyAct(confirmRecoverySheets)
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
