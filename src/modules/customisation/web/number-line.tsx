import { X } from 'lucide-react'
import { dateParts, type NumberRule, resets } from '#shared/number-rule'
import type { ObjectWire } from '#shared/wire'
import { fieldOf } from '../../../web/api/definitions.ts'
import { IconButton } from '../../../web/ui/button.tsx'
import { choicesOf } from '../../../web/ui/cells/choice.ts'
import { DragHandle, useMovable } from '../../../web/ui/drag-handle.tsx'
import { PlainSelect } from '../../../web/ui/inputs/plain-select.tsx'
import { useWords } from '../../../web/words/words.ts'
import { type Part, sortOf } from './number-draft.ts'
import { Letters, RegionWidth, ShownField } from './part-inputs.tsx'
import { useOwnWords } from './words.ts'

type NumberLineProps = {
  object: ObjectWire
  id: string
  place: number
  part: Part
  /** All of the number, by which the running one may start anew. */
  parts: NumberRule
  /** Absent: it can only be looked at. */
  onChange?: (part: Part) => void
  onStep: (by: 1 | -1) => void
  onDrop: () => void
}

/** One part of a number: what it is, how it is written, and where it stands. */
export function NumberLine({ id, place, part, onChange, onStep, onDrop, ...rest }: NumberLineProps) {
  const t = useOwnWords()
  const { ref, style, looks, handle } = useMovable(id, { part: id })
  const name = t(`numbers.sorts.${sortOf(part)}`)
  const told = { name, place }
  return (
    <li ref={ref} style={style} className={`number-line ${looks}`}>
      {onChange && <DragHandle id={id} label={t('numbers.move', told)} handle={handle} onStep={onStep} />}
      <span className="number-line-sort">{name}</span>
      <fieldset className="number-line-inputs" disabled={!onChange} aria-label={t('numbers.part', told)}>
        <PartInputs {...rest} part={part} word={`${name} ${place}`} onChange={onChange ?? nothing} />
      </fieldset>
      {onChange && <IconButton icon={X} label={t('numbers.drop', told)} onClick={onDrop} />}
    </li>
  )
}

const nothing = (): void => undefined

type InputsProps = {
  object: ObjectWire
  part: Part
  parts: NumberRule
  word: string
  onChange: (part: Part) => void
}

function PartInputs(props: InputsProps) {
  const { object, part, word, onChange } = props
  const t = useOwnWords()
  if ('text' in part) return <Letters value={part.text} word={word} onChange={(text) => onChange({ text })} />
  if ('date' in part) {
    const options = dateParts.map((value) => ({ value, label: t(`numbers.dates.${value}`) }))
    const choose = (chosen: string): void => {
      const date = dateParts.find((value) => value === chosen)
      if (date) onChange({ date })
    }
    return <PlainSelect aria-label={word} value={part.date} options={options} onChange={choose} />
  }
  if ('region' in part) {
    return (
      <>
        <ShownField
          sort="region"
          {...{ object, word }}
          value={part.region}
          onChange={(region) => onChange({ ...part, region })}
        />
        <RegionWidth word={word} value={part.digits} onChange={(digits) => onChange({ ...part, digits })} />
      </>
    )
  }
  return 'sequence' in part ? <Sequence {...props} part={part} /> : <Choice {...props} part={part} />
}

/** A choice, with the letters that stand for each of its values. */
function Choice({ object, part, word, onChange }: InputsProps & { part: Extract<Part, { field: string }> }) {
  const t = useOwnWords()
  const { label } = useWords()
  const field = fieldOf(object, part.field)
  const choices = field ? choicesOf(field).filter(({ value, hidden }) => !hidden || part.texts?.[value]) : []
  const write = (value: string, text: string): void => {
    const { [value]: _, ...others } = part.texts ?? {}
    onChange({ ...part, texts: text ? { ...others, [value]: text } : others })
  }
  return (
    <>
      <ShownField
        sort="field"
        {...{ object, word }}
        value={part.field}
        onChange={(name) => onChange({ field: name })}
      />
      <details className="number-codes">
        <summary>{t('numbers.codes', { count: Object.keys(part.texts ?? {}).length, all: choices.length })}</summary>
        <div className="number-codes-list">
          {choices.map((choice) => (
            <div key={choice.value} className="number-code">
              <span className="truncate">{label(choice.label)}</span>
              <Letters
                value={part.texts?.[choice.value] ?? ''}
                word={`${word} ${label(choice.label)}`}
                onChange={(text) => write(choice.value, text)}
              />
            </div>
          ))}
        </div>
      </details>
    </>
  )
}

const widths = Array.from({ length: 9 }, (_, at) => String(at + 2))

/** The running number: how wide it is, and of what it starts anew. */
function Sequence({ part, parts, word, onChange }: InputsProps & { part: Extract<Part, { sequence: number }> }) {
  const t = useOwnWords()
  const chosen = part.reset ?? []
  const offered = resets.filter((reset) => {
    const isOfPart = reset === 'field' || reset === 'region'
    return !isOfPart || chosen.includes(reset) || parts.some((one) => reset in one)
  })
  const turn = (reset: (typeof resets)[number]): void => {
    const next = chosen.includes(reset) ? chosen.filter((one) => one !== reset) : [...chosen, reset]
    onChange({ sequence: part.sequence, ...(next.length ? { reset: next } : {}) })
  }
  return (
    <>
      <PlainSelect
        aria-label={`${word} ${t('numbers.width')}`}
        value={String(part.sequence)}
        options={widths.map((value) => ({ value, label: t('numbers.wide', { count: Number(value) }) }))}
        onChange={(value) => onChange({ ...part, sequence: Number(value) })}
      />
      <div className="number-resets">
        <span className="meta">{t('numbers.anew')}</span>
        {offered.map((reset) => (
          <label key={reset} className="kind-check">
            <input type="checkbox" checked={chosen.includes(reset)} onChange={() => turn(reset)} />
            {t(`numbers.resets.${reset}`)}
          </label>
        ))}
      </div>
    </>
  )
}
