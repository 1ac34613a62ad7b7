import { Input } from 'antd'
import { type SubmitEvent, useState } from 'react'
import { Button } from '../../../web/ui/button.tsx'
import { useProcedureWords } from './words.ts'
import 'virtual:antd/input.css'

type SkipFormProps = { busy: boolean; onSkip: (reason: string) => void; onCancel: () => void }

/** Why a step is passed over. */
export function SkipForm({ busy, onSkip, onCancel }: SkipFormProps) {
  const t = useProcedureWords()
  const [reason, setReason] = useState('')
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    if (reason.trim()) onSkip(reason.trim())
  }
  return (
    <form className="case-acts" aria-label={t('skip')} onSubmit={submit}>
      <Input
        aria-label={t('skipFor')}
        placeholder={t('skipFor')}
        maxLength={500}
        autoFocus
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <Button small submit look="primary" busy={busy} disabled={!reason.trim()}>
        {t('skip')}
      </Button>
      <Button small look="quiet" onClick={onCancel}>
        {t('cancel')}
      </Button>
    </form>
  )
}
