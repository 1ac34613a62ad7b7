import { useRef } from 'react'
import type { Titles } from '#shared/wire'
import { webOf } from '../registry.ts'
import { FieldValue, RecordValue } from '../ui/field-value.tsx'
import { useWords } from '../words/words.ts'
import { ContactButton } from './contact-button.tsx'
import { RevealButton } from './reveal-button.tsx'
import { ShownTime } from './shown-time.tsx'
import { type MaskedPlace, useReveal } from './use-reveal.ts'
import './reveal.css'

type MaskedValueProps = MaskedPlace & { titles: Titles; dense?: boolean }

/** A value of a record; where it is masked, with the ways to see it or to use it unseen. */
export function MaskableValue(props: MaskedValueProps) {
  const { record, field, titles, dense } = props
  if (record.masked?.[field.name] === undefined)
    return <RecordValue object={props.object} field={field} record={record} titles={titles} dense={dense} />
  // Another version may hold another value: what was revealed of the one before goes with it.
  return <MaskedValue key={record.version} {...props} />
}

function MaskedValue({ titles, dense, ...at }: MaskedValueProps) {
  const { label } = useWords()
  const { object, record, field } = at
  const revealing = useReveal(at)
  const place = useRef<HTMLSpanElement>(null)
  const name = label(field.label)
  const { shown, hide } = revealing
  const mayReveal = field.revealable && object.can.includes('reveal')
  const way = webOf(field).contact
  return (
    <span className="masked-value">
      <span role="status" ref={place} className="masked-place">
        {shown ? (
          <FieldValue field={field} value={shown.value} titles={titles} dense={dense} />
        ) : (
          <RecordValue object={object} field={field} record={record} titles={titles} />
        )}
      </span>
      {shown && <ShownTime until={shown.until} name={name} dense={dense} place={place} onEnd={hide} />}
      {mayReveal && <RevealButton {...revealing} name={name} dense={dense} />}
      {mayReveal && way && !shown && <ContactButton {...at} way={way} dense={dense} />}
    </span>
  )
}
