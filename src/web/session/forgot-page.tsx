import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type SubmitEvent, useState } from 'react'
import { askReset } from '../api/password-link.ts'
import { Button } from '../ui/button.tsx'
import { Trouble } from '../ui/trouble.tsx'
import { useWords } from '../words/words.ts'
import { Entrance } from './entrance.tsx'
import { EntranceField } from './entrance-field.tsx'

/** Asks for a mail with a link; what is said afterwards is the same whoever the login is of. */
export function ForgotPage() {
  const { t } = useWords()
  const [login, setLogin] = useState('')
  const ask = useMutation({ mutationFn: () => askReset(login.trim()) })
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    if (login.trim()) ask.mutate()
  }
  return (
    <Entrance title={t('forgot.title')} text={ask.isSuccess ? undefined : t('forgot.text')}>
      {ask.isSuccess ? (
        <p role="status" className="muted">
          {t('forgot.done')}
        </p>
      ) : (
        <form className="entrance-form" onSubmit={submit}>
          <EntranceField
            label={t('signIn.login')}
            value={login}
            onChange={setLogin}
            autoComplete="username"
            autoFocus
          />
          <Trouble text={ask.error?.message} />
          <Button look="primary" submit block busy={ask.isPending} disabled={!login.trim()}>
            {t('forgot.ask')}
          </Button>
        </form>
      )}
      <p className="entrance-way">
        <Link to="/sign-in" className="link">
          {t('forgot.back')}
        </Link>
      </p>
    </Entrance>
  )
}
