import { type KeysWire, rotateLevelKeys } from '../api/keys.ts'
import { Button } from '../ui/button.tsx'
import { useWords } from '../words/words.ts'
import { KeyTier } from './key-tier.tsx'
import { useKeyAct } from './use-key-act.ts'

/** The keys of the levels, each with how many data keys it wraps. */
export function LevelKeys({ keys }: { keys: KeysWire }) {
  const { t, format } = useWords()
  const rotate = useKeyAct(rotateLevelKeys)
  const text = t('keys.levelsText', { due: format.date(keys.dueAt.slice(0, 10)) })
  const exchange = (
    <Button busy={rotate.isPending} disabled={keys.rotation !== null} onClick={() => rotate.mutate()}>
      {t('keys.rotate')}
    </Button>
  )
  return (
    <KeyTier tier="levels" text={text} actions={exchange}>
      <ul className="keys-levels">
        {keys.levels.map(({ level, year, createdAt, keys: wrapped }) => (
          <li key={level}>
            <strong>{t('keys.level', { level, year })}</strong>
            <span className="muted">AES-256-GCM</span>
            <time className="muted" dateTime={createdAt}>
              {format.dateTime(createdAt)}
            </time>
            <span>{t('keys.wraps', { total: format.number(wrapped) })}</span>
          </li>
        ))}
      </ul>
    </KeyTier>
  )
}
