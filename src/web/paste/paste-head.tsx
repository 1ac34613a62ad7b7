import { useQuery } from '@tanstack/react-query'
import { Checkbox, Input } from 'antd'
import { ClipboardPaste } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import type { FieldWire, ObjectWire } from '#shared/wire'
import { regionsQuery } from '../api/definitions.ts'
import { isSameValue, type Values } from '../form/form-values.ts'
import { Button } from '../ui/button.tsx'
import { isEmptyValue } from '../ui/empty-value.ts'
import { FieldValue } from '../ui/field-value.tsx'
import { useWords } from '../words/words.ts'
import { type Finding, readPasted } from './read-pasted.ts'
import 'virtual:antd/checkbox.css'
import 'virtual:antd/input.css'
import './paste.css'

type PasteHeadProps = {
  object: ObjectWire
  fields: readonly FieldWire[]
  /** The text to read; undefined: nobody has pasted any. */
  text: string | undefined
  onText: (text: string | undefined) => void
  valuesNow: () => Values
  onTake: (values: Values) => void
}

/** Fills a form from a card, an address or a chat: what is read in it is looked through first, field by field. */
export function PasteHead({ object, fields, text, onText, valuesNow, onTake }: PasteHeadProps) {
  const { t } = useWords()
  if (text === undefined)
    return (
      <div className="paste-head">
        <Button look="quiet" small icon={ClipboardPaste} onClick={() => onText('')}>
          {t('paste.open')}
        </Button>
      </div>
    )
  const close = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    onText(undefined)
  }
  return (
    <section className="paste" aria-label={t('paste.title')} onKeyDown={close}>
      <Input.TextArea
        value={text}
        autoFocus
        autoSize={{ minRows: 3, maxRows: 8 }}
        maxLength={longest}
        aria-label={t('paste.title')}
        placeholder={t('paste.hint')}
        onChange={(event) => onText(event.target.value)}
      />
      <Findings key={text} {...{ object, fields, text, valuesNow, onTake }} onClose={() => onText(undefined)} />
    </section>
  )
}

const longest = 5_000

type FindingsProps = Pick<PasteHeadProps, 'object' | 'fields' | 'valuesNow' | 'onTake'> & {
  text: string
  onClose: () => void
}

function Findings({ object, fields, text, valuesNow, onTake, onClose }: FindingsProps) {
  const { t, label } = useWords()
  const { data: regions } = useQuery(regionsQuery)
  const [now] = useState(valuesNow)
  const findings = regions ? readPasted(text, { fields, object, regions }) : []
  // What stands there stays, unless somebody says otherwise.
  const isFree = ({ field, value }: Finding): boolean =>
    isEmptyValue(now[field.name]) || isSameValue(now[field.name], field.default) || isSameValue(now[field.name], value)
  const [chosen, setChosen] = useState<Readonly<Record<string, boolean>>>({})
  const isChosen = (finding: Finding): boolean => chosen[finding.field.name] ?? isFree(finding)
  const taken = findings.filter(isChosen)
  const take = (): void => onTake(Object.fromEntries(taken.map(({ field, value }) => [field.name, value])))
  return (
    <>
      {findings.length > 0 && (
        <ul className="paste-findings">
          {findings.map((finding) => (
            <li key={finding.field.name}>
              <Checkbox
                checked={isChosen(finding)}
                onChange={(event) => setChosen({ ...chosen, [finding.field.name]: event.target.checked })}
              >
                <span className="muted">{label(finding.field.label)}</span>{' '}
                <FieldValue field={finding.field} value={finding.value} titles={{}} dense />
              </Checkbox>
            </li>
          ))}
        </ul>
      )}
      {regions && text.trim() !== '' && findings.length === 0 && <p className="muted">{t('paste.nothing')}</p>}
      <div className="paste-foot">
        <Button onClick={onClose}>{t('action.cancel')}</Button>
        <Button look="primary" disabled={taken.length === 0} onClick={take}>
          {t('paste.take', { count: taken.length })}
        </Button>
      </div>
    </>
  )
}
