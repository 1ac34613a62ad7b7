import { Input } from 'antd'
import { Plus, X } from 'lucide-react'
import { type SubmitEvent, useState } from 'react'
import type { FieldWire, ObjectWire } from '#shared/wire'
import { fieldOf, useObjectNamed } from '../../../web/api/definitions.ts'
import { Button, IconButton } from '../../../web/ui/button.tsx'
import { choicesOf } from '../../../web/ui/cells/choice.ts'
import { FieldInput } from '../../../web/ui/field-value.tsx'
import { PlainSelect } from '../../../web/ui/inputs/selects.ts'
import { useWords } from '../../../web/words/words.ts'
import type { Found } from './reviews.ts'
import { useReviewWords } from './words.ts'
import 'virtual:antd/input.css'

type Draft = Found & { key: number }
type FindingsProps = {
  object: ObjectWire
  busy: boolean
  onSubmit: (findings: readonly Found[]) => void
  onCancel: () => void
}

/** What is wrong with a file, one line for each; a value that should stand there asks for its correction. */
export function Findings({ object, busy, onSubmit, onCancel }: FindingsProps) {
  const t = useReviewWords()
  const [drafts, setDrafts] = useState<readonly Draft[]>([{ key: 0, kind: 'wrong' }])
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    onSubmit(drafts.map(({ key: _, ...found }) => found))
  }
  const change = (key: number, next: Partial<Found>): void =>
    setDrafts(drafts.map((draft) => (draft.key === key ? { ...draft, ...next } : draft)))
  return (
    <form className="reviewing-findings" aria-label={t('found')} onSubmit={submit}>
      {drafts.map((draft, at) => (
        <Finding
          key={draft.key}
          object={object}
          draft={draft}
          name={t('finding', { number: at + 1 })}
          onChange={(next) => change(draft.key, next)}
          onRemove={drafts.length > 1 ? () => setDrafts(drafts.filter(({ key }) => key !== draft.key)) : undefined}
        />
      ))}
      <p className="meta">{t('correction')}</p>
      <div className="reviewing-actions">
        <Button look="primary" submit busy={busy}>
          {t('submit')}
        </Button>
        <Button
          icon={Plus}
          onClick={() => setDrafts([...drafts, { key: (drafts.at(-1)?.key ?? 0) + 1, kind: 'wrong' }])}
        >
          {t('add')}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  )
}

type FindingProps = {
  object: ObjectWire
  draft: Draft
  name: string
  onChange: (next: Partial<Found>) => void
  onRemove?: () => void
}

function Finding({ object, draft, name, onChange, onRemove }: FindingProps) {
  const t = useReviewWords()
  const { label } = useWords()
  const findings = useObjectNamed('review_finding')
  const kindField = findings && fieldOf(findings, 'kind')
  const kinds = (kindField ? choicesOf(kindField) : []).map((choice) => ({
    value: choice.value,
    label: label(choice.label),
  }))
  const fields = object.fields.filter(isCorrectable)
  const names = fields.map((field) => ({ value: field.name, label: label(field.label) }))
  const field = fields.find((one) => one.name === draft.field)
  return (
    <fieldset className="reviewing-finding">
      <legend className="meta">{name}</legend>
      <PlainSelect aria-label={t('kind')} value={draft.kind} options={kinds} onChange={(kind) => onChange({ kind })} />
      <PlainSelect
        aria-label={t('field')}
        value={draft.field ?? ''}
        options={[{ value: '', label: t('wholeFile') }, ...names]}
        showSearch={{ optionFilterProp: 'label' }}
        onChange={(next) => onChange({ field: next || undefined, value: undefined })}
      />
      {field && draft.kind !== 'unneeded' && (
        <FieldInput
          key={field.name}
          field={field}
          label={t('value')}
          placeholder={t('value')}
          value={draft.value ?? null}
          titles={{}}
          onChange={(value) => onChange({ value: value ?? undefined })}
        />
      )}
      <Input
        aria-label={t('note')}
        placeholder={t('note')}
        maxLength={1000}
        value={draft.note ?? ''}
        onChange={(event) => onChange({ note: event.target.value || undefined })}
      />
      {onRemove && <IconButton icon={X} label={t('remove')} onClick={onRemove} />}
    </fieldset>
  )
}

/** What is typed in, and not kept or worked out by the product. */
function isCorrectable({ kind, readOnly, access }: FieldWire): boolean {
  return kind !== 'computed' && !readOnly && access !== 'hidden'
}
