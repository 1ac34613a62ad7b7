import { Plus } from 'lucide-react'
import { Fragment, type ReactNode } from 'react'
import type { ObjectWire } from '#shared/wire'
import type { ListQuery } from '../api/records.ts'
import { useWords } from '../words/words.ts'
import type { Clause, ConditionLine } from './conditions.ts'
import { FilterChip } from './filter-chip.tsx'
import { FilterPopover } from './filter-popover.tsx'

type FilterClauseProps = {
  object: ObjectWire
  clause: Clause
  /** The list without this clause. */
  within: ListQuery
  /** Nothing: the clause is taken away. */
  onChange: (clause?: Clause) => void
}

/** One condition, or several of which one must hold, each perhaps with others that must hold along with it. */
export function FilterClause({ object, clause, within, onChange }: FilterClauseProps) {
  const { t } = useWords()
  const or = <Join object={object} within={within} word="or" onApply={(line) => onChange([...clause, [line]])} />
  const replace = (at: number, lines: readonly ConditionLine[]): void => {
    const next = clause.flatMap((was, index) => (index !== at ? [was] : lines.length ? [lines] : []))
    onChange(next.length ? next : undefined)
  }
  const chips = (at: number, inside?: ReactNode) => (
    <Chips object={object} within={within} lines={clause[at] ?? []} onChange={(lines) => replace(at, lines)}>
      {inside}
    </Chips>
  )
  if (clause.length === 1) return chips(0, or)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset belongs to a form
    <span role="group" className="filter-group" aria-label={t('filter.anyOf')}>
      {clause.map((lines, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two may say the same; their place is all that tells them apart
        <Fragment key={at}>
          {at > 0 && <span className="filter-between">{t('filter.or')}</span>}
          {chips(at)}
          <Join object={object} within={within} word="and" onApply={(line) => replace(at, [...lines, line])} />
        </Fragment>
      ))}
      {or}
    </span>
  )
}

type ChipsProps = {
  object: ObjectWire
  within: ListQuery
  lines: readonly ConditionLine[]
  onChange: (lines: readonly ConditionLine[]) => void
  children?: ReactNode
}

function Chips({ object, within, lines, onChange, children }: ChipsProps) {
  const replace = (at: number, line?: ConditionLine): void =>
    onChange(lines.flatMap((was, index) => (index !== at ? [was] : line ? [line] : [])))
  return lines.map((line, at) => (
    <FilterChip
      // biome-ignore lint/suspicious/noArrayIndexKey: two lines may say the same; their place is all that tells them apart
      key={at}
      object={object}
      line={line}
      within={within}
      onChange={(next) => replace(at, next)}
      onRemove={() => replace(at)}
    >
      {children}
    </FilterChip>
  ))
}

type JoinProps = {
  object: ObjectWire
  within: ListQuery
  word: 'and' | 'or'
  onApply: (line: ConditionLine) => void
}

/** Asks for one more condition. */
function Join({ object, within, word, onApply }: JoinProps) {
  const { t } = useWords()
  const hint = t(word === 'or' ? 'filter.addOr' : 'filter.addAnd')
  return (
    <FilterPopover object={object} within={within} onApply={onApply}>
      <button type="button" className="filter-join" aria-label={hint} title={hint}>
        <Plus size={12} aria-hidden />
        {t(`filter.${word}`)}
      </button>
    </FilterPopover>
  )
}
