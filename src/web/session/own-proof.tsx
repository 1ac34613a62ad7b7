import { useMutation, useQuery } from '@tanstack/react-query'
import { KeyRound } from 'lucide-react'
import { type SubmitEvent, useState } from 'react'
import { secondFactorQuery } from '../api/account.ts'
import { passkeysQuery, proveWithPasskey } from '../api/passkeys.ts'
import { request } from '../api/request.ts'
import { Button } from '../ui/button.tsx'
import { Trouble } from '../ui/trouble.tsx'
import { useWords } from '../words/words.ts'
import { CodeField } from './code-field.tsx'
import { EntranceField } from './entrance-field.tsx'
import { canUsePasskeys } from './passkey.ts'

/** Asks for the password, or for a code or a passkey where there is one. */
export function OwnProof({ onSettle }: { onSettle: (given: boolean) => void }) {
  const { t } = useWords()
  const [way, setWay] = useState<'password' | 'code'>('password')
  const [value, setValue] = useState('')
  const { data: factor } = useQuery(secondFactorQuery)
  const { data: passkeys } = useQuery(passkeysQuery)
  const prove = useMutation({
    mutationFn: (by: 'typed' | 'passkey') =>
      by === 'passkey'
        ? proveWithPasskey()
        : request<unknown>('POST', '/sessions/current/proof', { body: { [way]: value } }),
    onSuccess: () => onSettle(true),
  })
  const other = way === 'password' ? 'code' : 'password'
  const change = (): void => {
    setWay(other)
    setValue('')
    prove.reset()
  }
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    if (value) prove.mutate('typed')
  }
  return (
    <form className="dialog-form" onSubmit={submit}>
      <p className="muted">{t('proof.text')}</p>
      {way === 'password' ? (
        <EntranceField
          label={t('signIn.password')}
          type="password"
          value={value}
          onChange={setValue}
          autoComplete="current-password"
          autoFocus
        />
      ) : (
        <CodeField value={value} onChange={setValue} />
      )}
      <Trouble text={prove.error?.message} />
      <div className="dialog-actions">
        {canUsePasskeys() && passkeys?.items.length ? (
          <Button icon={KeyRound} disabled={prove.isPending} onClick={() => prove.mutate('passkey')}>
            {t('passkey.use')}
          </Button>
        ) : null}
        {factor?.on && (
          <Button look="quiet" onClick={change}>
            {t(`proof.${other}`)}
          </Button>
        )}
        <Button onClick={() => onSettle(false)}>{t('action.cancel')}</Button>
        <Button look="primary" submit busy={prove.isPending} disabled={!value}>
          {t('proof.confirm')}
        </Button>
      </div>
    </form>
  )
}
