import { Ban, Check } from 'lucide-react'
import type { Operation } from '#shared/wire'
import { MatrixCell } from '../../../web/ui/matrix-cell.tsx'
import { useWords } from '../../../web/words/words.ts'
import type { Entry } from './entries.ts'
import { type CellState, cellOf, pressed, type Rights } from './rights.ts'

type RightCellProps = {
  entry: Entry
  right: Operation
  rights: Rights
  /** Absent: the role can only be looked at. */
  onChange?: (state: CellState) => void
  /** Says its right beside the sign, where no heading does. */
  named?: boolean
  /** Its place among the cells, and whether Tab comes to it. */
  place?: string
  isHere?: boolean
}

/** Whether one right is given; each press turns it: allowed, denied, not granted. */
export function RightCell({ entry, right, rights, onChange, named, place, isHere }: RightCellProps) {
  const { t } = useWords()
  const { state, inherited } = cellOf(rights, entry, right)
  const word = t(`roles.state.${state}`)
  const name = t(`access.right.${right}`)
  const label = t('roles.cell', {
    object: entry.label,
    right: name,
    state: inherited ? t('roles.byArea', { state: word }) : word,
  })
  const looks = `right right-${state}${inherited ? ' right-inherited' : ''}${named ? ' right-named' : ''}`
  return (
    <MatrixCell
      label={label}
      looks={looks}
      onPress={onChange && (() => onChange(pressed(rights, entry, right)))}
      settled={state === 'denied' && inherited}
      place={place}
      isHere={isHere}
    >
      {state === 'allowed' && <Check size={15} aria-hidden />}
      {state === 'denied' && <Ban size={14} aria-hidden />}
      {state === 'none' && <span className="right-none-sign" aria-hidden />}
      {named && <span aria-hidden>{name}</span>}
    </MatrixCell>
  )
}
