import { Modal, Radio } from 'antd'
import { useState } from 'react'
import type { ObjectWire } from '#shared/wire'
import { fieldOf } from '../api/definitions.ts'
import { FieldValue, ToldValue } from '../ui/field-value.tsx'
import { useWords } from '../words/words.ts'
import type { Stale, StaleChange } from './stale.ts'
import 'virtual:antd/modal.css'
import 'virtual:antd/radio.css'

type StaleDialogProps = {
  object: ObjectWire
  /** Absent: nothing collided. */
  stale?: Stale
  onSettle: (kept: ReadonlySet<string>) => void
  onCancel: () => void
}

/** Two people changed the same record: per field, mine or theirs. */
export function StaleDialog({ stale, ...rest }: StaleDialogProps) {
  return stale ? <Settling key={stale.version} stale={stale} {...rest} /> : null
}

function Settling({ object, stale, onSettle, onCancel }: StaleDialogProps & { stale: Stale }) {
  const { t } = useWords()
  const mine = stale.changes.map(({ field }) => field).filter((field) => field in stale.patch)
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set(mine))
  const choose = (field: string, isMine: boolean): void => {
    const next = new Set(kept)
    if (isMine) next.add(field)
    else next.delete(field)
    setKept(next)
  }
  const words = { title: t('stale.title'), okText: t('stale.save'), cancelText: t('action.cancel') }
  return (
    <Modal open width={560} {...words} onOk={() => onSettle(kept)} onCancel={onCancel}>
      <p className="muted">{t('stale.text')}</p>
      {stale.changes.map((change) => (
        <StaleField
          key={change.field}
          object={object}
          change={change}
          isMine={kept.has(change.field)}
          canKeep={mine.includes(change.field)}
          onChoose={choose}
        />
      ))}
    </Modal>
  )
}

type StaleFieldProps = {
  object: ObjectWire
  change: StaleChange
  isMine: boolean
  canKeep: boolean
  onChoose: (field: string, isMine: boolean) => void
}

function StaleField({ object, change, isMine, canKeep, onChoose }: StaleFieldProps) {
  const { t, label, format } = useWords()
  const field = fieldOf(object, change.field)
  if (!field) return null
  const name = label(field.label)
  return (
    <fieldset className="stale-field">
      <legend>
        {name} {change.at && <span className="meta">{format.relative(change.at)}</span>}
      </legend>
      <Radio.Group
        value={isMine ? 'mine' : 'theirs'}
        onChange={(event) => onChoose(change.field, event.target.value === 'mine')}
        aria-label={name}
      >
        {canKeep && (
          <Radio value="mine">
            {t('stale.mine')} <FieldValue field={field} value={change.yours} titles={{}} dense />
          </Radio>
        )}
        <Radio value="theirs">
          {t('stale.theirs')} <ToldValue field={field} value={change.theirs} titles={{}} />
        </Radio>
      </Radio.Group>
    </fieldset>
  )
}
