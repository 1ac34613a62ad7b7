import { X } from 'lucide-react'
import { fieldOfPart } from '#shared/class-scheme'
import type { ObjectWire } from '#shared/wire'
import { fieldOf } from '../../../web/api/definitions.ts'
import { IconButton } from '../../../web/ui/button.tsx'
import { choicesOf } from '../../../web/ui/cells/choice.ts'
import { DragHandle, useMovable } from '../../../web/ui/drag-handle.tsx'
import { useWords } from '../../../web/words/words.ts'
import { blankChoice, type ClassPart } from './class-draft.ts'
import { Letters, RegionWidth, ShownField } from './part-inputs.tsx'
import { useOwnWords } from './words.ts'

type ClassLineProps = {
  object: ObjectWire
  id: string
  place: number
  part: ClassPart
  /** Absent: it can only be looked at. */
  onChange?: (part: ClassPart) => void
  onStep: (by: 1 | -1) => void
  onDrop: () => void
}

/** One place of a class code: of which field it is, and what stands for each value. */
export function ClassLine({ object, id, place, part, onChange, onStep, onDrop }: ClassLineProps) {
  const t = useOwnWords()
  const { label } = useWords()
  const { ref, style, looks, handle } = useMovable(id, { part: id })
  const field = fieldOf(object, fieldOfPart(part))
  const name = field ? label(field.label) : fieldOfPart(part)
  const told = { name, place }
  const word = `${name} ${place}`
  const change = onChange ?? nothing
  return (
    <li ref={ref} style={style} className={`number-line ${looks}`}>
      {onChange && <DragHandle id={id} label={t('numbers.move', told)} handle={handle} onStep={onStep} />}
      <span className="number-line-sort">{t(`numbers.sorts.${'region' in part ? 'region' : 'field'}`)}</span>
      <fieldset className="number-line-inputs" disabled={!onChange} aria-label={t('numbers.part', told)}>
        {'region' in part ? (
          <>
            <ShownField
              sort="region"
              {...{ object, word }}
              value={part.region}
              onChange={(region) => change({ ...part, region })}
            />
            <RegionWidth word={word} value={part.digits} onChange={(digits) => change({ ...part, digits })} />
          </>
        ) : (
          <>
            <ShownField
              sort="field"
              {...{ object, word }}
              value={part.field}
              onChange={(chosen) => change(blankChoice(object, chosen))}
            />
            <Signs {...{ object, part, word }} onChange={change} />
          </>
        )}
      </fieldset>
      {onChange && <IconButton icon={X} label={t('numbers.drop', told)} onClick={onDrop} />}
    </li>
  )
}

const nothing = (): void => undefined

type SignsProps = {
  object: ObjectWire
  part: Extract<ClassPart, { field: string }>
  word: string
  onChange: (part: ClassPart) => void
}

function Signs({ object, part, word, onChange }: SignsProps) {
  const t = useOwnWords()
  const { label } = useWords()
  const { field: name, signs } = part
  const field = fieldOf(object, name)
  const choices = field ? choicesOf(field).filter(({ value, hidden }) => !hidden || signs[value]) : []
  const write = (value: string, text: string): void => {
    const { [value]: _, ...others } = signs
    // A value that is gone from the list does without; the others are told that theirs is missing.
    const isGone = choices.find((choice) => choice.value === value)?.hidden && !text
    onChange({ field: name, signs: isGone ? others : { ...signs, [value]: text } })
  }
  return (
    <details className="number-codes">
      <summary>{t('classes.signs', { signs: choices.map(({ value }) => signs[value] || '?').join(' ') })}</summary>
      <div className="number-codes-list">
        {choices.map((choice) => (
          <div key={choice.value} className="number-code">
            <span className="truncate">{label(choice.label)}</span>
            <Letters
              value={signs[choice.value] ?? ''}
              word={`${word} ${label(choice.label)}`}
              onChange={(text) => write(choice.value, text)}
            />
          </div>
        ))}
      </div>
    </details>
  )
}
