import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type KeysWire, keysQuery, rotateLevelKeys } from '../api/keys.ts'
import { Button } from '../ui/button.tsx'
import { toastError } from '../ui/toast.tsx'
import { useWords } from '../words/words.ts'

/** The keys of the levels, each with how many data keys it wraps. */
export function LevelKeys({ keys }: { keys: KeysWire }) {
  const { t, format } = useWords()
  const client = useQueryClient()
  const rotate = useMutation({
    mutationFn: rotateLevelKeys,
    onError: toastError,
    onSettled: () => client.invalidateQueries({ queryKey: keysQuery.queryKey }),
  })
  return (
    <section className="keys-tier" aria-labelledby="keys-levels">
      <header className="keys-head">
        <h2 id="keys-levels">{t('keys.levels')}</h2>
        <div className="keys-actions">
          <Button busy={rotate.isPending} disabled={keys.rotation !== null} onClick={() => rotate.mutate()}>
            {t('keys.rotate')}
          </Button>
        </div>
      </header>
      <p className="muted">{t('keys.levelsText', { due: format.date(keys.dueAt.slice(0, 10)) })}</p>
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
    </section>
  )
}
