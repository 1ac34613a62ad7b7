import { useWords } from '../words/words.ts'

/** Grey bars where content will be; read aloud once as "loading". */
export function Skeleton({ rows = 6, height = 40 }: { rows?: number; height?: number }) {
  const { t } = useWords()
  return (
    <div role="status" className="skeleton">
      <span className="visually-hidden">{t('state.loading')}</span>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the bars are all alike and never move
        <div key={row} className="skeleton-row" style={{ height }} aria-hidden>
          <span className="skeleton-bar" style={{ width: `${32 + ((row * 37) % 40)}%` }} />
          <span className="skeleton-bar" style={{ width: `${10 + ((row * 17) % 14)}%` }} />
        </div>
      ))}
    </div>
  )
}
