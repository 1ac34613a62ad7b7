import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Checkbox } from 'antd'
import { type SubmitEvent, useState } from 'react'
import { type SsoChange, type SsoSettings, saveSsoSettings, ssoQuery } from '../api/sso.ts'
import { EntranceField } from '../session/entrance-field.tsx'
import { Button } from '../ui/button.tsx'
import { confirm } from '../ui/confirm.tsx'
import { toast } from '../ui/toast.tsx'
import { Trouble } from '../ui/trouble.tsx'
import { useWords } from '../words/words.ts'
import 'virtual:antd/checkbox.css'

/** Whose word counts, who we are there, and what it is called on the button. */
export function SsoForm({ settings, on }: { settings: SsoSettings; on: boolean }) {
  const { t } = useWords()
  const client = useQueryClient()
  const { hasSecret, ...known } = settings
  const [values, setValues] = useState({ ...known, secret: '' })
  const save = useMutation({
    mutationFn: (change: SsoChange) => saveSsoSettings(change),
    onSuccess: () => {
      toast({ text: t('sso.saved') })
      setValues((typed) => ({ ...typed, secret: '' }))
      void client.invalidateQueries({ queryKey: ssoQuery.queryKey })
    },
  })
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    const { secret, ...rest } = values
    save.mutate(secret ? { ...rest, secret } : rest)
  }
  const turnOff = async (): Promise<void> => {
    const question = { title: t('sso.off'), text: t('sso.offText'), action: t('sso.off'), danger: true }
    if (await confirm(question)) save.mutate({ issuer: '', clientId: '' })
  }
  const line = (name: 'issuer' | 'clientId' | 'label' | 'claim', hint?: string) => (
    <EntranceField
      label={t(`sso.${name}`)}
      value={values[name]}
      onChange={(typed) => setValues({ ...values, [name]: typed })}
      autoComplete="off"
      optional={name === 'label'}
      hint={hint}
    />
  )
  return (
    <form className="account-form" onSubmit={submit}>
      {line('issuer', t('sso.issuerHint'))}
      {line('clientId')}
      <EntranceField
        label={t('sso.secret')}
        type="password"
        value={values.secret}
        onChange={(secret) => setValues({ ...values, secret })}
        autoComplete="new-password"
        optional
        hint={t(hasSecret ? 'sso.secretKept' : 'sso.secretHint')}
      />
      {line('label', t('sso.labelHint'))}
      {line('claim', t('sso.claimHint'))}
      <Checkbox checked={values.trustMfa} onChange={({ target }) => setValues({ ...values, trustMfa: target.checked })}>
        {t('sso.trustMfa')}
      </Checkbox>
      <p className="meta">{t('sso.trustMfaText')}</p>
      <Trouble text={save.error?.message} />
      <div className="account-actions">
        <Button
          look="primary"
          submit
          busy={save.isPending}
          disabled={!values.issuer.trim() || !values.clientId.trim() || !values.claim.trim()}
        >
          {t('sso.save')}
        </Button>
        {on && <Button onClick={() => void turnOff()}>{t('sso.off')}</Button>}
      </div>
    </form>
  )
}
