import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type SubmitEvent, useState } from 'react'
import { setPasswordByLink } from '../api/password-link.ts'
import { sessionQuery, signIn } from '../api/session.ts'
import { Button } from '../ui/button.tsx'
import { Trouble } from '../ui/trouble.tsx'
import { useWords } from '../words/words.ts'
import { EntranceField } from './entrance-field.tsx'

/** The new password, and then in: by the same way as everybody, which may ask for more. */
export function PasswordLinkForm({ token, login }: { token: string; login: string }) {
  const { t } = useWords()
  const [password, setPassword] = useState('')
  const set = useSetAndEnter(token)
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    if (password) set.mutate(password)
  }
  return (
    <form className="entrance-form" onSubmit={submit}>
      <p className="entrance-login">
        <span className="muted">{t('signIn.login')}</span> <strong>{login}</strong>
      </p>
      <input type="hidden" autoComplete="username" value={login} readOnly />
      <EntranceField
        label={t('password.fresh')}
        type="password"
        value={password}
        onChange={setPassword}
        autoComplete="new-password"
        autoFocus
        hint={t('signIn.newPasswordHint')}
      />
      <Trouble text={set.error?.message} />
      <Button look="primary" submit block busy={set.isPending} disabled={!password}>
        {t('link.save')}
      </Button>
    </form>
  )
}

function useSetAndEnter(token: string) {
  const client = useQueryClient()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: async (password: string) => {
      const { login } = await setPasswordByLink({ token, password })
      // The password stands; whatever is still missing is asked for on the page of signing in.
      return signIn({ login, password }).catch(() => undefined)
    },
    onSuccess: async (session) => {
      client.clear()
      if (session) client.setQueryData(sessionQuery.queryKey, session)
      await navigate({ to: session ? '/' : '/sign-in' })
    },
  })
}
