import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type KeysWire, keysQuery, rotateMasterKey, showRecoverySheets } from '../api/keys.ts'
import { Button } from '../ui/button.tsx'
import { confirm } from '../ui/confirm.tsx'
import { toastError } from '../ui/toast.tsx'
import { useWords } from '../words/words.ts'

/** The pair at the top: its age, its two sheets once, and its exchange. */
export function MasterKeyCard({ master }: { master: KeysWire['master'] }) {
  const { t, format } = useWords()
  const client = useQueryClient()
  const again = () => client.invalidateQueries({ queryKey: keysQuery.queryKey })
  const rotate = useMutation({ mutationFn: rotateMasterKey, onError: toastError, onSettled: again })
  const sheets = useMutation({ mutationFn: showRecoverySheets, onError: toastError, onSettled: again })
  const askAndRotate = async (): Promise<void> => {
    const question = { title: t('keys.rotateMaster'), text: t('keys.rotateMasterText'), action: t('keys.rotateMaster') }
    if (await confirm(question)) rotate.mutate()
  }
  return (
    <section className="keys-tier" aria-labelledby="keys-master">
      <header className="keys-head">
        <h2 id="keys-master">{t('keys.master')}</h2>
        <div className="keys-actions">
          {!master.sheetShownAt && (
            <Button look="primary" busy={sheets.isPending} onClick={() => sheets.mutate()}>
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
        <dd>{master.sheetShownAt ? format.dateTime(master.sheetShownAt) : t('keys.sheetsOpen')}</dd>
      </dl>
      {sheets.data && <Sheets sheets={sheets.data.sheets} />}
    </section>
  )
}

/** Gone with the page: they are never shown again. */
function Sheets({ sheets }: { sheets: readonly string[] }) {
  const { t } = useWords()
  return (
    <div className="keys-sheets" role="alert">
      <p>{t('keys.sheetsText')}</p>
      {sheets.map((sheet, index) => (
        <figure key={sheet}>
          <figcaption>{t('keys.sheet', { number: index + 1 })}</figcaption>
          <code className="keys-code">{sheet}</code>
        </figure>
      ))}
    </div>
  )
}
