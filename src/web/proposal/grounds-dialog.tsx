import { Modal } from 'antd'
import { type KeyboardEvent, useState } from 'react'
import type { GroundsPart } from '#shared/grounds'
import { fieldOf } from '../api/definitions.ts'
import type { Grounds, GroundsQuestion } from '../api/grounds.ts'
import { isShortcut } from '../shortcuts/shortcuts.ts'
import { isEmptyValue } from '../ui/empty-value.ts'
import { FieldInput } from '../ui/field-value.tsx'
import { Trouble } from '../ui/trouble.tsx'
import { useWords } from '../words/words.ts'
import { longestGrounds } from './grounds.ts'
import { useProposalWords } from './proposal-words.ts'
import { useProposals } from './use-proposed.ts'
import 'virtual:antd/modal.css'
import './grounds-dialog.css'

type GroundsDialogProps = { question: GroundsQuestion; onSettle: (given: Grounds | undefined) => void }

/** Asks what a change that has to wait is founded on: why, by what source, and with which evidence. */
export function GroundsDialog({ question: { needs, takesFiles }, onSettle }: GroundsDialogProps) {
  const t = useProposalWords()
  const { t: say, label } = useWords()
  const proposals = useProposals()
  const [given, setGiven] = useState<Record<GroundsPart, unknown>>({ reason: null, source: null, files: null })
  const [isChecked, setChecked] = useState(false)
  const parts = (['reason', 'source', ...(takesFiles ? (['files'] as const) : [])] as const).flatMap((part) => {
    const field = proposals && fieldOf(proposals, part === 'reason' ? 'grounds' : part)
    return field ? [{ part, field: { ...field, options: { ...field.options, ...bounds[part] } } }] : []
  })
  const lacks = (part: GroundsPart): boolean => needs.includes(part) && isEmptyValue(given[part])
  const send = (): void => {
    setChecked(true)
    if (parts.some(({ part }) => lacks(part))) return
    const { reason, source, files } = given
    onSettle({
      ...(typeof reason === 'string' && reason.trim() ? { reason: reason.trim() } : {}),
      ...(typeof source === 'string' ? { source } : {}),
      ...(Array.isArray(files) && files.length ? { files: files.map(String) } : {}),
    })
  }
  const sendByKey = (event: KeyboardEvent): void => {
    if (isShortcut(event, 'save')) send()
  }
  const words = { title: t('grounds.title'), okText: t('grounds.send'), cancelText: say('action.cancel') }
  return (
    <Modal open centered width={480} {...words} onOk={send} onCancel={() => onSettle(undefined)}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the key is a shorter way to the button below */}
      <div className="grounds-form" onKeyDown={sendByKey}>
        <p className="muted">{t('grounds.text')}</p>
        {parts.map(({ part, field }, index) => (
          <div key={part} className="grounds-part">
            <span>
              {label(field.label)}
              {needs.includes(part) && <span className="need-required">{t('grounds.required')}</span>}
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
            <Trouble text={isChecked && lacks(part) ? t('grounds.missing', { field: label(field.label) }) : null} />
          </div>
        ))}
        {!takesFiles && <p className="meta">{t('grounds.single')}</p>}
      </div>
    </Modal>
  )
}

// As much as the server takes by this way.
const bounds: Readonly<Record<GroundsPart, object>> = { reason: { max: longestGrounds }, source: {}, files: {} }
