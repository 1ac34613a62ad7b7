import { Select } from 'antd'
import { type SubmitEvent, useState } from 'react'
import { isRelativeDay } from '#shared/relative-day'
import type { FieldWire, ObjectWire } from '#shared/wire'
import { fieldOf, systemFields, verifiedMoments } from '../api/definitions.ts'
import type { ListQuery } from '../api/records.ts'
import { Button } from '../ui/button.tsx'
import { isEmptyValue } from '../ui/empty-value.ts'
import { FieldInput } from '../ui/field-value.tsx'
import { useWords } from '../words/words.ts'
import { argumentField, firstOperator } from './argument-field.ts'
import type { ConditionLine } from './conditions.ts'
import { DaySelect } from './day-select.tsx'
import { useOperatorWord } from './operator-word.ts'
import { useCounts } from './use-counts.ts'
import { useTitlesOf } from './use-titles-of.ts'
import 'virtual:antd/select.css'
import 'virtual:antd/empty.css'

type FilterEditorProps = {
  object: ObjectWire
  line?: ConditionLine
  /** The list without this condition. */
  within: ListQuery
  onApply: (line: ConditionLine) => void
}

/** Field, condition, value: one line of a filter. */
export function FilterEditor({ object, line, within, onApply }: FilterEditorProps) {
  const { t, label } = useWords()
  const [draft, setDraft] = useState(line)
  const fields = [...object.fields, ...verifiedMoments(object), ...systemFields].filter(
    (field) => field.operators.length > 0,
  )
  const field = draft && fieldOf(object, draft.field)
  const isReady = draft !== undefined && !isEmptyValue(draft.value)
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    // The form in which the list of conditions may stand is not meant by it.
    event.stopPropagation()
    if (isReady) onApply(draft)
  }
  return (
    <form className="filter-editor" onSubmit={submit}>
      <Select
        aria-label={t('filter.field')}
        placeholder={t('filter.field')}
        value={draft?.field}
        autoFocus={!line}
        defaultOpen={!line}
        options={fields.map((one) => ({ value: one.name, label: label(one.label) }))}
        showSearch={{ optionFilterProp: 'label' }}
        onChange={(name) => setDraft(startOf(fields.find((one) => one.name === name)))}
      />
      {field && draft && <ConditionInputs {...{ object, within, field, draft }} onChange={setDraft} />}
      <Button look="primary" submit disabled={!isReady}>
        {t('filter.apply')}
      </Button>
    </form>
  )
}

function startOf(field: FieldWire | undefined): ConditionLine | undefined {
  if (!field) return undefined
  const operator = firstOperator(field)
  return { field: field.name, operator, value: operator === 'empty' ? true : null }
}

type ConditionInputsProps = {
  object: ObjectWire
  within: ListQuery
  field: FieldWire
  draft: ConditionLine
  onChange: (draft: ConditionLine) => void
}

function ConditionInputs({ object, within, field, draft, onChange }: ConditionInputsProps) {
  const { t } = useWords()
  const wordOf = useOperatorWord()
  const argument = argumentField(field, draft.operator)
  const titles = useTitlesOf(argument, draft.value)
  const counts = useCounts(object, field, within)
  return (
    <>
      <Select
        aria-label={t('filter.condition')}
        value={draft.operator}
        options={field.operators.map((operator) => ({ value: operator, label: wordOf(operator, field) }))}
        onChange={(operator) => onChange({ ...draft, operator, value: operator === 'empty' ? true : null })}
      />
      {hasDays(argument) && <DaySelect value={draft.value} onChange={(value) => onChange({ ...draft, value })} />}
      {!isRelativeDay(draft.value) && (
        <FieldInput
          key={`${draft.field}-${draft.operator}`}
          field={argument}
          value={draft.value}
          titles={titles}
          label={t('filter.value')}
          counts={counts}
          onChange={(value) => onChange({ ...draft, value })}
        />
      )}
    </>
  )
}

/** Whether a value may be a day that moves with the calendar. */
function hasDays({ kind }: FieldWire): boolean {
  return kind === 'date' || kind === 'date_time'
}
