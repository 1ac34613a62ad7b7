import { useWords } from '../words/words.ts'

/** A bar that fills, or moves while the end is unknown. */
export function Progress({ label, done, total }: { label: string; done: number; total: number | null }) {
  const { format } = useWords()
  const share = total ? Math.min(1, done / total) : undefined
  return (
    <div className="progress">
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={share === undefined ? undefined : Math.round(share * 100)}
        className="progress-track"
      >
        <div
          className={share === undefined ? 'progress-fill progress-unknown' : 'progress-fill'}
          style={{ width: `${(share ?? 0.3) * 100}%` }}
        />
      </div>
      <p className="meta">{total ? `${format.number(done)} / ${format.number(total)}` : format.number(done)}</p>
    </div>
  )
}
