import { Fragment } from 'react'
import type { Filter } from '#shared/filter'
import type { ObjectWire } from '#shared/wire'
import { fieldOf } from '../../api/definitions.ts'
import { argumentField } from '../../list/argument-field.ts'
import { type ConditionLine, clausesOf } from '../../list/conditions.ts'
import { useOperatorWord } from '../../list/operator-word.ts'
import { useTitlesOf } from '../../list/use-titles-of.ts'
import { FieldValue } from '../../ui/field-value.tsx'
import { useWords } from '../../words/words.ts'
import './rules.css'

/** A case in words, to be read alone: conditions that all hold, each perhaps with others of which one holds. */
export function ToldCase({ object, where }: { object: ObjectWire; where: Filter }) {
  const { t } = useWords()
  const clauses = clausesOf(where)
  if (!clauses) return <span>{t('filter.complex')}</span>
  return clauses.map((clause, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: two may say the same; their place is all that tells them apart
    <p key={place} className="told-case">
      {clause.map((lines, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: as above
        <Fragment key={at}>
          {at > 0 && <span className="muted">{t('filter.or')}</span>}
          {lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: as above
            <Fragment key={index}>
              {index > 0 && <span className="muted">{t('filter.and')}</span>}
              <ToldLine object={object} line={line} />
            </Fragment>
          ))}
        </Fragment>
      ))}
    </p>
  ))
}

function ToldLine({ object, line }: { object: ObjectWire; line: ConditionLine }) {
  const { t, label } = useWords()
  const wordOf = useOperatorWord()
  const field = fieldOf(object, line.field)
  const argument = field && argumentField(field, line.operator)
  const titles = useTitlesOf(argument, line.value)
  if (!field) return <span>{line.field}</span>
  const isEmptiness = line.operator === 'empty'
  return (
    <>
      <span>{label(field.label)}</span>
      <span className="muted">
        {isEmptiness ? t(line.value === false ? 'filter.notEmpty' : 'filter.isEmpty') : wordOf(line.operator, field)}
      </span>
      {argument && !isEmptiness && <FieldValue field={argument} value={line.value} titles={titles} dense />}
    </>
  )
}
