import { useQuery } from '@tanstack/react-query'
import { type KeysWire, keysQuery } from '../api/keys.ts'
import { useDocumentTitle } from '../shell/use-document-title.ts'
import { ErrorState } from '../ui/error-state.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { Progress } from '../ui/progress.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { useWords } from '../words/words.ts'
import { IndexKey } from './index-key.tsx'
import { KeyTier } from './key-tier.tsx'
import { LevelKeys } from './level-keys.tsx'
import { MasterKeyCard } from './master-key-card.tsx'
import './keys.css'

/** Which keys there are, how old they are and what they protect; never what they are. */
export function KeysPage() {
  const { t } = useWords()
  const { data, error, refetch } = useQuery(keysQuery)
  useDocumentTitle(t('keys.title'))
  return (
    <>
      <PageHead title={t('keys.title')} />
      <div className="page-scroll keys-page">
        {data ? <Tiers keys={data} /> : null}
        {!data && (error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton rows={8} />)}
      </div>
    </>
  )
}

function Tiers({ keys }: { keys: KeysWire }) {
  const { t, format } = useWords()
  const { rotation } = keys
  return (
    <>
      {keys.plain && <p className="keys-note">{t('keys.plain')}</p>}
      <MasterKeyCard master={keys.master} isRenewing={keys.index.rotation !== null} />
      <LevelKeys keys={keys} />
      {rotation && <Progress label={t('keys.rotating')} done={rotation.done} total={rotation.total} />}
      <IndexKey index={keys.index} plain={keys.plain} />
      <KeyTier tier="data" text={t('keys.dataText')}>
        <p>{t('keys.destroyed', { total: format.number(keys.destroyed) })}</p>
      </KeyTier>
    </>
  )
}
