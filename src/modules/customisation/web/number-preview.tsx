import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { NumberRule } from '#shared/number-rule'
import type { FieldWire, ObjectWire } from '#shared/wire'
import { fieldOf } from '../../../web/api/definitions.ts'
import { choicesOf } from '../../../web/ui/cells/choice.ts'
import { FieldInput } from '../../../web/ui/field-value.tsx'
import { Trouble } from '../../../web/ui/trouble.tsx'
import { useDebounced } from '../../../web/ui/use-debounced.ts'
import { useWords } from '../../../web/words/words.ts'
import { numbersQuery } from './foresight.ts'
import { useOwnWords } from './words.ts'

type NumberPreviewProps = { object: ObjectWire; field: FieldWire; parts: NumberRule; isSound: boolean }

/** The numbers that come next, for a file such as one chooses here. */
export function NumberPreview({ object, field, parts, isSound }: NumberPreviewProps) {
  const t = useOwnWords()
  const { label } = useWords()
  const [chosen, setChosen] = useState<Readonly<Record<string, string | null>>>({})
  const shown = parts.flatMap((part) => {
    const name = 'field' in part ? part.field : 'region' in part ? part.region : undefined
    return (name && fieldOf(object, name)) || []
  })
  const values = Object.fromEntries(shown.map((one) => [one.name, chosen[one.name] ?? firstOf(one)]))
  // As a text, which rests as long as it says the same.
  const rested = useDebounced(JSON.stringify({ parts, values }), 250)
  const asked = { object: object.name, field: field.name, ...JSON.parse(rested) }
  const { data, error } = useQuery({ ...numbersQuery(asked), enabled: isSound })
  // Under a rule that is refused no number comes next.
  const [next, ...later] = (isSound && data?.numbers) || []
  return (
    <section className="layout-preview number-preview" aria-label={t('numbers.preview')}>
      <h2>{t('numbers.preview')}</h2>
      {shown.map((one) => (
        <div key={one.name} className="number-sample">
          <span className="muted">{label(one.label)}</span>
          <FieldInput
            field={{ ...one, readOnly: false, required: true }}
            value={values[one.name] ?? null}
            titles={{}}
            label={label(one.label)}
            onChange={(value) => setChosen({ ...chosen, [one.name]: typeof value === 'string' ? value : null })}
          />
        </div>
      ))}
      <div aria-live="polite">
        <p className="number-next">{next ?? '—'}</p>
        <p className="meta">{later.length > 0 && t('numbers.later', { numbers: later.join(' · ') })}</p>
      </div>
      <Trouble text={isSound ? error?.message : undefined} />
      <p className="meta">{t('numbers.stay')}</p>
    </section>
  )
}

/** A list of values is most often at its default; of places none is likelier than another. */
function firstOf(field: FieldWire): string | null {
  if (typeof field.default === 'string') return field.default
  return choicesOf(field).find(({ hidden }) => !hidden)?.value ?? null
}
