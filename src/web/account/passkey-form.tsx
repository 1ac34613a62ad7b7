import { type SubmitEvent, useState } from 'react'
import { EntranceField } from '../session/entrance-field.tsx'
import { Button } from '../ui/button.tsx'
import { Trouble } from '../ui/trouble.tsx'
import { useWords } from '../words/words.ts'

type PasskeyFormProps = {
  note?: string
  /** What stands in the field at first. */
  first: string
  action: string
  saving: { isPending: boolean; error: Error | null }
  onSave: (name: string) => void
  onCancel: () => void
}

/** The name by which its owner knows a passkey. */
export function PasskeyForm({ note, first, action, saving, onSave, onCancel }: PasskeyFormProps) {
  const { t } = useWords()
  const [name, setName] = useState(first)
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    onSave(name.trim())
  }
  return (
    <form className="account-form" onSubmit={submit}>
      {note && <p className="muted">{note}</p>}
      <EntranceField
        label={t('passkey.name')}
        value={name}
        onChange={setName}
        autoComplete="off"
        autoFocus
        hint={t('passkey.nameHint')}
      />
      <Trouble text={saving.error?.message} />
      <div className="account-actions">
        <Button look="primary" submit busy={saving.isPending} disabled={!name.trim()}>
          {action}
        </Button>
        <Button onClick={onCancel}>{t('action.cancel')}</Button>
      </div>
    </form>
  )
}
