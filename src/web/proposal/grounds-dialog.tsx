import { Checkbox, Modal } from 'antd'
import { Layers } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import { type GroundsPart, sourceOfLinks } from '#shared/grounds'
import type { FieldWire } from '#shared/wire'
import { fieldOf } from '../api/definitions.ts'
import type { GroundsAnswer, GroundsQuestion, Linked } from '../api/grounds.ts'
import { isShortcut } from '../shortcuts/shortcuts.ts'
import { Button } from '../ui/button.tsx'
import { choicesOf } from '../ui/cells/choice.ts'
import { isEmptyValue } from '../ui/empty-value.ts'
import { FieldInput } from '../ui/field-value.tsx'
import { Trouble } from '../ui/trouble.tsx'
import { useWords } from '../words/words.ts'
import { longestGrounds } from './grounds.ts'
import { LinkChoice, useProving } from './link-choice.tsx'
import { useProposalWords } from './proposal-words.ts'
import { useProposals } from './use-proposed.ts'
import 'virtual:antd/checkbox.css'
import 'virtual:antd/modal.css'
import '../form/form.css'
import './grounds-dialog.css'

type Asked = Exclude<GroundsPart, 'proof'>
type GroundsDialogProps = { question: GroundsQuestion; onSettle: (given: GroundsAnswer | undefined) => void }

/** Asks what a change that has to wait is founded on: why, by what source, and with which evidence. */
export function GroundsDialog({ question, onSettle }: GroundsDialogProps) {
  const { needs, takesFiles, file, together, gathers, proof } = question
  const t = useProposalWords()
  const { t: say, label } = useWords()
  const proposals = useProposals()
  const proving = useProving(file)
  const wantsProof = needs.includes('files') || needs.includes('proof')
  const [isOne, setOne] = useState(together !== undefined && wantsProof)
  const withFiles = takesFiles && (together === undefined || isOne)
  const [linked, setLinked] = useState<readonly Linked[]>(proof ? [{ object: proof.object, record: proof.record }] : [])
  const [given, setGiven] = useState<Record<Asked, unknown>>({
    reason: null,
    source: proof?.source ?? null,
    files: null,
  })
  const [isChecked, setChecked] = useState(false)
  const parts = (['reason', 'source', ...(withFiles ? (['files'] as const) : [])] as const).flatMap((part) => {
    const field = proposals && fieldOf(proposals, part === 'reason' ? 'grounds' : part)
    return field
      ? [{ part, field: { ...field, options: { ...field.options, ...bounds[part], ...said(part, field) } } }]
      : []
  })
  const isAsked = (part: Asked): boolean => needs.includes(part) || (part === 'files' && needs.includes('proof'))
  const lacks = (part: Asked): boolean =>
    isAsked(part) && isEmptyValue(given[part]) && (needs.includes(part) || !linked.length)
  const send = (): void => {
    setChecked(true)
    if (parts.some(({ part }) => lacks(part))) return
    const { reason, source, files } = given
    onSettle({
      ...(typeof reason === 'string' && reason.trim() ? { reason: reason.trim() } : {}),
      ...(typeof source === 'string' ? { source } : {}),
      ...(withFiles && Array.isArray(files) && files.length ? { files: files.map(String) } : {}),
      ...(linked.length ? { linked } : {}),
      ...(isOne ? { together: true } : {}),
    })
  }
  const sendByKey = (event: KeyboardEvent): void => {
    if (isShortcut(event, 'save')) send()
  }
  const words = { title: t('grounds.title'), okText: t('grounds.send'), cancelText: say('action.cancel') }
  return (
    <Modal
      open
      centered
      width={480}
      {...words}
      onOk={send}
      onCancel={() => onSettle(undefined)}
      footer={(usual) => (
        <div className="grounds-foot">
          {gathers && (
            <span className="grounds-aside">
              <Button look="quiet" icon={Layers} onClick={() => onSettle('gather')}>
                {t('gathered.put')}
              </Button>
            </span>
          )}
          {usual}
        </div>
      )}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the key is a shorter way to the button below */}
      <div className="grounds-form" onKeyDown={sendByKey}>
        <p className="muted">{t('grounds.text')}</p>
        {parts.map(({ part, field }, index) => (
          <div key={part} className="grounds-part">
            <span>
              {label(field.label)}
              {isAsked(part) && <span className="need-required">{t('grounds.required')}</span>}
            </span>
            <FieldInput
              field={field}
              value={given[part]}
              onChange={(value) => setGiven((was) => ({ ...was, [part]: value }))}
              titles={{}}
              label={label(field.label)}
              autoFocus={index === 0}
              invalid={isChecked && lacks(part)}
            />
            {part === 'files' && file && (
              <LinkChoice proving={proving} file={file} proof={proof} chosen={linked} onChange={setLinked} />
            )}
            <Trouble text={isChecked && lacks(part) ? t('grounds.missing', { field: label(field.label) }) : null} />
          </div>
        ))}
        {together !== undefined && (
          <div className="grounds-part">
            <Checkbox checked={isOne} onChange={({ target }) => setOne(target.checked)}>
              {t('grounds.together', { count: together })}
            </Checkbox>
            <p className="meta">{t('grounds.togetherText')}</p>
          </div>
        )}
        {gathers && <p className="meta">{t('gathered.putText')}</p>}
        {!withFiles && <p className="meta">{t('grounds.single')}</p>}
      </div>
    </Modal>
  )
}

// As much as the server takes by this way.
const bounds: Readonly<Record<Asked, object>> = { reason: { max: longestGrounds }, source: {}, files: {} }

/** What the house alone says of a request is not to be chosen. */
function said(part: Asked, field: FieldWire): object {
  return part === 'source' ? { choices: choicesOf(field).filter(({ value }) => value !== sourceOfLinks) } : {}
}
