import { type KeysWire, rotateIndexKey } from '../api/keys.ts'
import { Progress } from '../ui/progress.tsx'
import { useWords } from '../words/words.ts'
import { ExchangeButton } from './exchange-button.tsx'
import { KeyTier } from './key-tier.tsx'

/** The key by which sealed values are found: its age and its exchange. */
export function IndexKey({ index, plain }: Pick<KeysWire, 'index' | 'plain'>) {
  const { t, format } = useWords()
  const { rotation } = index
  const exchange = <ExchangeButton word="rotateIndex" exchange={rotateIndexKey} disabled={rotation !== null || plain} />
  return (
    <KeyTier tier="index" text={t('keys.indexText')} actions={exchange}>
      <dl className="keys-facts">
        <dt>{t('keys.algorithm')}</dt>
        <dd>{index.algorithm}</dd>
        <dt>{t('keys.made')}</dt>
        <dd>{format.dateTime(index.createdAt)}</dd>
      </dl>
      {rotation && <Progress label={t('keys.rotatingIndex')} done={rotation.done} total={rotation.total} />}
    </KeyTier>
  )
}
