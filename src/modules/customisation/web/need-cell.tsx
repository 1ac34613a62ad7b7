import { MatrixCell } from '../../../web/ui/matrix-cell.tsx'
import { type Cell, type NeedWord, turned } from './needs-draft.ts'
import { useOwnWords } from './words.ts'

type NeedCellProps = {
  cell: Cell
  /** Absent: it can only be looked at. */
  onTurn?: (need: NeedWord) => void
  field: string
  column: string
  /** Says its column beside the word, where no heading does. */
  named?: boolean
  /** Its place among the cells, and whether Tab comes to it. */
  place?: string
  isHere?: boolean
}

/** What a field needs in one case; each press turns it: optional, recommended, required. */
export function NeedCell({ cell, onTurn, field, column, named, place, isHere }: NeedCellProps) {
  const t = useOwnWords()
  const { need, inherited, varies } = cell
  const word = t(`needs.words.${need}`)
  const label = t(varies ? 'needs.cellVaries' : 'needs.cell', { field, column, word })
  const looks = `need needs-${need}${inherited ? ' need-inherited' : ''}${named ? ' need-named' : ''}`
  return (
    <MatrixCell
      label={label}
      looks={looks}
      onPress={onTurn && (() => onTurn(turned(need)))}
      place={place}
      isHere={isHere}
    >
      {named && <span className="need-column">{column}</span>}
      <span>
        {need === 'optional' ? '–' : word}
        {varies && '*'}
      </span>
    </MatrixCell>
  )
}
