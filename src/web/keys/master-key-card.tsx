import { type KeysWire, rotateMasterKey, showRecoverySheets } from '../api/keys.ts'
import { Button } from '../ui/button.tsx'
import { useWords } from '../words/words.ts'
import { ExchangeButton } from './exchange-button.tsx'
import { KeyTier } from './key-tier.tsx'
import { RecoverySheets } from './recovery-sheets.tsx'
import { useKeyAct } from './use-key-act.ts'

/** The pair at the top: its age, its two sheets once, and its exchange. While the index key is renewed no sheet would be whole. */
export function MasterKeyCard({ master, isRenewing }: { master: KeysWire['master']; isRenewing: boolean }) {
  const { t, format } = useWords()
  const sheets = useKeyAct(showRecoverySheets)
  const stateOf = ({ sheetShownAt, sheetKeptAt }: KeysWire['master']): string => {
    if (sheetKeptAt) return t('keys.sheetsKeptAt', { at: format.dateTime(sheetKeptAt) })
    return sheetShownAt ? t('keys.sheetsShownAt', { at: format.dateTime(sheetShownAt) }) : t('keys.sheetsOpen')
  }
  const actions = (
    <>
      {master.sheetsDue === 'show' && (
        <Button look="primary" busy={sheets.isPending} disabled={isRenewing} onClick={() => sheets.mutate()}>
          {t('keys.showSheets')}
        </Button>
      )}
      <ExchangeButton word="rotateMaster" exchange={rotateMasterKey} />
    </>
  )
  return (
    <KeyTier tier="master" text={t('keys.masterText')} actions={actions}>
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
    </KeyTier>
  )
}
