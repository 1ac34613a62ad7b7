import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ObjectWire } from '#shared/wire'
import { fieldOf } from '../api/definitions.ts'
import type { ListQuery } from '../api/records.ts'
import { ChangeValue } from '../proposal/change-value.tsx'
import { toldPartOf } from '../told-parts.ts'
import { IconButton } from '../ui/button.tsx'
import { FieldValue } from '../ui/field-value.tsx'
import { useWords } from '../words/words.ts'
import { argumentField } from './argument-field.ts'
import type { ConditionLine } from './conditions.ts'
import { FilterPopover } from './filter-popover.tsx'
import { useOperatorWord } from './operator-word.ts'
import { useTitlesOf } from './use-titles-of.ts'

type FilterChipProps = {
  object: ObjectWire
  line: ConditionLine
  within: ListQuery
  onChange: (line: ConditionLine) => void
  onRemove: () => void
  /** What else can be done with it. */
  children?: ReactNode
}

/** A condition in words; a click changes it. */
export function FilterChip({ object, line, within, onChange, onRemove, children }: FilterChipProps) {
  const { t, label } = useWords()
  const wordOf = useOperatorWord()
  const field = fieldOf(object, line.field)
  const argument = field && argumentField(field, line.operator)
  const titles = useTitlesOf(argument, line.value)
  // What the house itself notes of every record is no field, and is asked for from other pages alone.
  const name = field ? label(field.label) : line.field === 'incomplete' ? t('file.incomplete') : line.field
  const isEmptiness = line.operator === 'empty'
  const isTold = field && line.operator === 'eq' && toldPartOf(object, field) !== undefined
  return (
    <span className="filter-chip">
      {field ? (
        <FilterPopover object={object} line={line} within={within} onApply={onChange}>
          <button type="button" className="filter-chip-text" aria-label={t('filter.change', { name })}>
            <span>{name}</span>
            <span className="muted">
              {isEmptiness
                ? t(line.value === false ? 'filter.notEmpty' : 'filter.isEmpty')
                : wordOf(line.operator, field)}
            </span>
            {isTold ? (
              <ChangeValue object={object} field={field} value={line.value} titles={titles} dense />
            ) : (
              argument && !isEmptiness && <FieldValue field={argument} value={line.value} titles={titles} dense />
            )}
          </button>
        </FilterPopover>
      ) : (
        <span className="filter-chip-text">{name}</span>
      )}
      {children}
      <IconButton icon={X} size={14} label={t('filter.removeNamed', { name })} onClick={onRemove} />
    </span>
  )
}
