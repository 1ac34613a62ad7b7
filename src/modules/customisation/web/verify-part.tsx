import { Checkbox } from 'antd'
// The kit's own door leads to all its inputs.
import Input from 'antd/es/input/Input'
import { type SubmitEvent, useState } from 'react'
import type { VerifyRule } from '#shared/verification'
import type { FieldWire, ObjectWire, RecordAnswer } from '#shared/wire'
import { useRecords } from '../../../web/api/use-records.ts'
import { useDefinition } from '../../../web/settings/rules/use-definition.ts'
import { Button } from '../../../web/ui/button.tsx'
import { ErrorState } from '../../../web/ui/error-state.tsx'
import { Skeleton } from '../../../web/ui/skeleton.tsx'
import { useWords } from '../../../web/words/words.ts'
import { useOwnWords } from './words.ts'
import 'virtual:antd/checkbox.css'
import 'virtual:antd/input.css'
import './verify.css'

type VerifyPartProps = { object: ObjectWire; rule: ObjectWire }

/** How often the values of which fields are to be verified, and by whom. */
export function VerifyPart({ object, rule }: VerifyPartProps) {
  const t = useOwnWords()
  const { rows, error, isPending } = useRecords(rule, { object: object.name, rule: 'verify' })
  if (error) return <ErrorState error={error} />
  if (isPending) return <Skeleton rows={10} />
  const fields = object.fields.filter(({ readOnly, kind }) => !readOnly && kind !== 'archive_number')
  return (
    <section className="settings-group">
      <p className="muted">{t('verify.text')}</p>
      <ul>
        {fields.map((field) => (
          <VerifyLine
            key={`${field.name} ${JSON.stringify(field.verify)}`}
            {...{ object, rule, field }}
            record={rows.find((row) => row.field === field.name)}
          />
        ))}
      </ul>
    </section>
  )
}

type VerifyLineProps = VerifyPartProps & { field: FieldWire; record?: RecordAnswer }

function VerifyLine({ object, rule, field, record }: VerifyLineProps) {
  const t = useOwnWords()
  const { t: common, label } = useWords()
  const definition = useDefinition(rule)
  const [days, setDays] = useState(String(field.verify?.days ?? ''))
  const [second, setSecond] = useState(field.verify?.second === true)
  const name = label(field.label)
  const mayChange = record ? record.can.includes('update') : rule.can.includes('create')
  const isDirty = days !== String(field.verify?.days ?? '') || second !== (field.verify?.second === true)
  const save = (event: SubmitEvent): void => {
    event.preventDefault()
    if (!isDirty) return
    const values = { object: object.name, field: field.name, rule: 'verify', parts: partsOf(days, second) }
    void definition.write({ record, values, told: t('verify.saved', { name }) })
  }
  return (
    <li>
      <form className="field-line verify-line" aria-label={name} onSubmit={save}>
        <strong className="truncate verify-name">{name}</strong>
        <span className="verify-days">
          {t('verify.every')}
          <Input
            inputMode="numeric"
            pattern="[0-9]{1,4}"
            maxLength={4}
            value={days}
            placeholder={t('verify.never')}
            disabled={!mayChange}
            aria-label={t('verify.daysOf', { name })}
            onChange={({ target }) => setDays(target.value)}
          />
          {t('verify.days')}
        </span>
        <Checkbox
          checked={second}
          disabled={!mayChange || days === ''}
          onChange={({ target }) => setSecond(target.checked)}
        >
          {t('verify.second')}
        </Checkbox>
        <Button small submit disabled={!isDirty}>
          {common('action.save')}
        </Button>
      </form>
    </li>
  )
}

/** An empty period: the field is not to be verified, whatever the product says. */
function partsOf(days: string, second: boolean): Omit<VerifyRule, 'days'> & { days: number | null } {
  if (days === '') return { days: null }
  return { days: Number(days), ...(second ? { second } : {}) }
}
