import type { CellProps } from '../../kind-web.ts'

/** The value as it is, cut to one line in lists. */
export function TextCell({ value, dense }: CellProps) {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return dense ? (
    <span className="truncate" title={text}>
      {text}
    </span>
  ) : (
    <span className="cell-text">{text}</span>
  )
}
