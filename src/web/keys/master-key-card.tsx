import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type KeysWire, keysQuery, rotateMasterKey, showRecoverySheets } from '../api/keys.ts'
import { sessionQuery } from '../api/session.ts'
import { Button } from '../ui/button.tsx'
import { confirm } from '../ui/confirm.tsx'
import { toastError } from '../ui/toast.tsx'
import { useWords } from '../words/words.ts'
import { RecoverySheets } from './recovery-sheets.tsx'

/** The pair at the top: its age, its two sheets once, and its exchange. While the index key is renewed no sheet would be whole. */
export function MasterKeyCard({ master, isRenewing }: { master: KeysWire['master']; isRenewing: boolean }) {
  const { t, format } = useWords()
  const client = useQueryClient()
  const again = () =>
    Promise.all([keysQuery, sessionQuery].map(({ queryKey }) => client.invalidateQueries({ queryKey })))
  const rotate = useMutation({ mutationFn: rotateMasterKey, onError: toastError, onSettled: again })
  const sheets = useMutation({ mutationFn: showRecoverySheets, onError: toastError, onSettled: again })
  const stateOf = ({ sheetShownAt, sheetKeptAt }: KeysWire['master']): string => {
    if (sheetKeptAt) return t('keys.sheetsKeptAt', { at: format.dateTime(sheetKeptAt) })
    return sheetShownAt ? t('keys.sheetsShownAt', { at: format.dateTime(sheetShownAt) }) : t('keys.sheetsOpen')
  }
  const askAndRotate = async (): Promise<void> => {
    const question = { title: t('keys.rotateMaster'), text: t('keys.rotateMasterText'), action: t('keys.rotateMaster') }
    if (await confirm(question)) rotate.mutate()
  }
  return (
    <section className="keys-tier" aria-labelledby="keys-master">
      <header className="keys-head">
        <h2 id="keys-master">{t('keys.master')}</h2>
        <div className="keys-actions">
          {master.sheetsDue === 'show' && (
            <Button look="primary" busy={sheets.isPending} disabled={isRenewing} onClick={() => sheets.mutate()}>
              {t('keys.showSheets')}
            </Button>
          )}
          <Button busy={rotate.isPending} onClick={() => void askAndRotate()}>
            {t('keys.rotateMaster')}
          </Button>
        </div>
      </header>
      <p className="muted">{t('keys.masterText')}</p>
      <dl className="keys-facts">
        <dt>{t('keys.algorithm')}</dt>
        <dd>{master.algorithm}</dd>
        <dt>{t('keys.made')}</dt>
        <dd>{format.dateTime(master.createdAt)}</dd>
        <dt>{t('keys.fingerprint')}</dt>
        <dd className="keys-code">{master.fingerprint}</dd>
        <dt>{t('keys.sheets')}</dt>
        <dd>{stateOf(master)}</dd>
      </dl>
      {master.sheetsDue === 'keep' && <RecoverySheets sheets={sheets.data?.sheets} />}
    </section>
  )
}
