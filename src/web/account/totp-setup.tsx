import { useMutation } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { request } from '../api/request.ts'
import { CodeField } from '../session/code-field.tsx'
import { TotpPicture } from '../session/totp-picture.tsx'
import { Button } from '../ui/button.tsx'
import { Trouble } from '../ui/trouble.tsx'
import { useWords } from '../words/words.ts'

export type TotpOffer = { uri: string; secret: string }

type TotpSetupProps = { offer: TotpOffer; onConfirmed: (codes: readonly string[]) => void; onCancel: () => void }

/** Scan, type the first code, done. */
export function TotpSetup({ offer, onConfirmed, onCancel }: TotpSetupProps) {
  const { t } = useWords()
  const [code, setCode] = useState('')
  const turnOn = useMutation({
    mutationFn: () =>
      request<{ recoveryCodes: string[] }>('POST', '/second-factor/confirmation', { body: { code: code.trim() } }),
    onSuccess: ({ recoveryCodes }) => onConfirmed(recoveryCodes),
  })
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    turnOn.mutate()
  }
  return (
    <form className="account-form" onSubmit={submit}>
      <TotpPicture {...offer} />
      <CodeField value={code} onChange={setCode} first />
      <Trouble text={turnOn.error?.message} />
      <div className="account-actions">
        <Button look="primary" submit busy={turnOn.isPending} disabled={!code}>
          {t('account.totpConfirm')}
        </Button>
        <Button onClick={onCancel}>{t('action.cancel')}</Button>
      </div>
    </form>
  )
}
