import { Fragment, useId } from 'react'
import { useWords } from '../../../web/words/words.ts'
import type { Said, ShownField } from './confirmations.ts'
import { useConfirmationWords } from './words.ts'

/** What stands in the page of an answer that was not sent yet. */
export type Draft = { is?: Said['is']; value: string }

type AskedFieldProps = { field: ShownField; draft?: Draft; onChange: (draft: Draft) => void; trouble?: string }

const keyboards: Readonly<Record<string, 'tel' | 'email' | 'url'>> = { phone: 'tel', email: 'email', url: 'url' }

/** One field with its value, and the three things that can be said of it. */
export function AskedField({ field, draft = { value: '' }, onChange, trouble }: AskedFieldProps) {
  const t = useConfirmationWords()
  const { label } = useWords()
  const id = useId()
  const isEmpty = field.value === null
  const offered = [
    { is: 'right', text: t(isEmpty ? 'page.rightEmpty' : 'page.right') },
    { is: 'value', text: t(isEmpty ? 'page.valueEmpty' : 'page.value') },
    ...(isEmpty || field.required ? [] : [{ is: 'gone', text: t('page.gone') } as const]),
  ] as const
  return (
    <fieldset className="confirm-field" aria-describedby={trouble ? `${id}-trouble` : undefined}>
      <legend>{label(field.label)}</legend>
      <p className={isEmpty ? 'confirm-value muted' : 'confirm-value'}>{field.value ?? t('page.empty')}</p>
      {offered.map(({ is, text }) => (
        <Fragment key={is}>
          <label className="confirm-choice">
            <input type="radio" name={id} checked={draft.is === is} onChange={() => onChange({ ...draft, is })} />
            {text}
          </label>
          {is === 'value' && draft.is === 'value' && (
            <input
              className="confirm-input"
              type="text"
              inputMode={keyboards[field.kind] ?? 'text'}
              autoComplete="off"
              maxLength={1_000}
              aria-label={t('page.input', { field: label(field.label) })}
              aria-invalid={trouble ? true : undefined}
              value={draft.value}
              onChange={(event) => onChange({ ...draft, value: event.target.value })}
            />
          )}
        </Fragment>
      ))}
      {trouble && (
        <p id={`${id}-trouble`} role="alert" className="field-error">
          {trouble}
        </p>
      )}
    </fieldset>
  )
}
