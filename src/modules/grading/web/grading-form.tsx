import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Filter } from '#shared/filter'
import type { ObjectWire, RecordAnswer } from '#shared/wire'
import { fieldOf } from '../../../web/api/definitions.ts'
import { request } from '../../../web/api/request.ts'
import type { Values } from '../../../web/form/form-values.ts'
import { InPlaceForm } from '../../../web/form/in-place-form.tsx'
import { FilterBar } from '../../../web/list/filter-bar.tsx'
import { shownAs } from '../../../web/registry.ts'
import { choicesOf } from '../../../web/ui/cells/choice.ts'
import { FieldInput } from '../../../web/ui/field-value.tsx'
import { Trouble } from '../../../web/ui/trouble.tsx'
import { useDebounced } from '../../../web/ui/use-debounced.ts'
import { useWords } from '../../../web/words/words.ts'
import { useGradingWords } from './words.ts'

type GradingFormProps = { rule: ObjectWire; customer: ObjectWire; record?: RecordAnswer; onEnd: () => void }

/** A rule with its case by conditions as lists have them, and what it would do to the customers that there are. */
export function GradingForm({ rule, customer, record, onEnd }: GradingFormProps) {
  const t = useGradingWords()
  const [when, setWhen] = useState(record?.when as Filter | null | undefined)
  const [field, setField] = useState(String(record?.field ?? 'tier'))
  const [value, setValue] = useState<unknown>(record?.value ?? null)
  const ofRule = fieldOf(rule, 'field')
  const graded = fieldOf(customer, field)
  const { label } = useWords()
  const chooseField = (next: unknown): void => {
    setField(String(next ?? 'tier'))
    setValue(null)
  }
  return (
    <div className="rule-form">
      <div className="rule-target">
        {ofRule && (
          <FieldInput
            field={shownAs(ofRule)}
            value={field}
            titles={{}}
            label={label(ofRule.label)}
            onChange={chooseField}
          />
        )}
        {graded && (
          <FieldInput
            key={field}
            field={shownAs(graded)}
            value={value}
            titles={{}}
            label={t('value')}
            onChange={setValue}
          />
        )}
      </div>
      <h2>{t('when')}</h2>
      <FilterBar
        object={{ ...customer, searchable: false }}
        query={{ where: when ?? undefined }}
        onChange={({ where }) => setWhen(where ?? null)}
      />
      <InPlaceForm
        object={rule}
        record={record}
        fields={['name', 'position', 'active', 'note']}
        start={{ position: 100, active: false }}
        fixed={{ field, value, when: when ?? null }}
        label={record ? t('edit', { name: String(record.name) }) : t('add')}
        foot={(values) => <Foresight customer={customer} asked={{ ...values, id: record?.id, field, value, when }} />}
        onEnd={onEnd}
      />
    </div>
  )
}

type ForeseenWire = {
  records: number
  matching: number
  moves: readonly { before: string | null; count: number }[]
}

/** How many customers the rule decides on as it stands in the form, and whose value would be another. */
function Foresight({ customer, asked }: { customer: ObjectWire; asked: Values }) {
  const t = useGradingWords()
  const { label, format } = useWords()
  const { id, field, value, when, position } = asked
  const isWhole = typeof value === 'string' && typeof when === 'object' && when !== null
  // As a text, which rests as long as it says the same.
  const rested = useDebounced(JSON.stringify({ id, field, value, when, position: position ?? undefined }), 300)
  const { data, error } = useQuery({
    queryKey: ['grading-preview', rested],
    staleTime: 0,
    retry: false,
    enabled: isWhole,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => request<ForeseenWire>('POST', '/grading-previews', { body: JSON.parse(rested), signal }),
  })
  if (!isWhole) return <p className="meta">{t('incomplete')}</p>
  const graded = fieldOf(customer, String(field))
  const choices = graded ? choicesOf(graded) : []
  const wordOf = (code: string | null): string => {
    const choice = choices.find((one) => one.value === code)
    return choice ? label(choice.label) : (code ?? t('empty'))
  }
  return (
    <section aria-label={t('foresight')} aria-live="polite">
      {data && (
        <>
          <p>{t('matching', { count: data.records, matching: format.number(data.matching) })}</p>
          {data.moves.length === 0 && <p className="meta">{t('unchanged')}</p>}
          <ul className="rule-moves">
            {data.moves.map(({ before, count }) => (
              <li key={before}>
                <strong>
                  {t('moves', { before: wordOf(before), after: wordOf(value), number: format.number(count) })}
                </strong>
              </li>
            ))}
          </ul>
        </>
      )}
      <Trouble text={error?.message} />
    </section>
  )
}
