import type { ReactNode } from 'react'

type MatrixCellProps = {
  /** What it says, with its row and column, to who does not see them. */
  label: string
  looks: string
  /** Absent: it can only be looked at. */
  onPress?: () => void
  /** What holds it is elsewhere, so that pressing it changes nothing. */
  settled?: boolean
  /** Its place among the cells, and whether Tab comes to it. */
  place?: string
  isHere?: boolean
  children: ReactNode
}

/** One cell of a matrix that each press turns to its next state. */
export function MatrixCell({ label, looks, onPress, settled, place, isHere, children }: MatrixCellProps) {
  if (!onPress)
    return (
      <span className={looks} role="img" aria-label={label} title={label}>
        {children}
      </span>
    )
  return (
    <button
      type="button"
      className={looks}
      aria-label={label}
      title={label}
      aria-disabled={settled || undefined}
      data-cell={place}
      tabIndex={place === undefined || isHere ? 0 : -1}
      onClick={() => {
        if (!settled) onPress()
      }}
    >
      {children}
    </button>
  )
}
