import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Building2, KeyRound } from 'lucide-react'
import { type SubmitEvent, useState } from 'react'
import { request } from '../api/request.ts'
import { ssoQuery } from '../api/sso.ts'
import { Button } from '../ui/button.tsx'
import { Trouble } from '../ui/trouble.tsx'
import { useWords } from '../words/words.ts'
import { CodeField } from './code-field.tsx'
import { Entrance } from './entrance.tsx'
import { EntranceField } from './entrance-field.tsx'
import { lookQuery } from './look.ts'
import { canUsePasskeys } from './passkey.ts'
import { RecoveryCodes } from './recovery-codes.tsx'
import { isErrandDone } from './sso-return.ts'
import { TotpPicture } from './totp-picture.tsx'
import { useEnter } from './use-enter.ts'

const empty = { login: '', password: '', code: '', newPassword: '' }

export function SignInPage() {
  const { t } = useWords()
  const [values, setValues] = useState(empty)
  const { step, offer, recoveryCodes, enter, enterWithPasskey, enterBySso, confirmWithPasskey, ...rest } = useEnter()
  const { restart, goOn, error, isPending } = rest
  const { data: sso } = useQuery(ssoQuery)
  const { data: look } = useQuery(lookQuery)
  const setup = useQuery({ queryKey: ['setup'], queryFn: () => request<{ needed: boolean }>('GET', '/setup') })
  const change = (name: keyof typeof values) => (value: string) => setValues({ ...values, [name]: value })
  if (isErrandDone())
    return (
      <Entrance title={t('proof.back')} text={t('proof.backText')}>
        {null}
      </Entrance>
    )
  if (setup.data?.needed)
    return (
      <Entrance title={t('setup.title')} text={t('setup.linkNeeded')}>
        {null}
      </Entrance>
    )
  if (recoveryCodes)
    return (
      <Entrance title={t('account.recovery')}>
        <div className="entrance-form">
          <RecoveryCodes codes={recoveryCodes} />
          <Button look="primary" block onClick={goOn}>
            {t('signIn.goOn')}
          </Button>
        </div>
      </Entrance>
    )
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    enter(values)
  }
  const again = (): void => {
    setValues({ ...empty, login: values.login })
    restart()
  }
  return (
    <Entrance title={t('signIn.title')} text={step === 'password' ? t('signIn.text') : t(`signIn.${step}Text`)}>
      {step === 'password' && look?.signInText && <p className="entrance-text">{look.signInText}</p>}
      <form className="entrance-form" onSubmit={submit}>
        {step === 'password' && (
          <>
            <EntranceField
              label={t('signIn.login')}
              value={values.login}
              onChange={change('login')}
              autoComplete="username"
              autoFocus
            />
            <EntranceField
              label={t('signIn.password')}
              type="password"
              value={values.password}
              onChange={change('password')}
              autoComplete="current-password"
            />
          </>
        )}
        {step === 'setup' && offer && <TotpPicture {...offer} />}
        {(step === 'code' || step === 'setup') && (
          <CodeField value={values.code} onChange={change('code')} first={step === 'setup'} />
        )}
        {step === 'newPassword' && (
          <EntranceField
            label={t('password.fresh')}
            type="password"
            value={values.newPassword}
            onChange={change('newPassword')}
            autoComplete="new-password"
            autoFocus
            hint={t('signIn.newPasswordHint')}
          />
        )}
        <Trouble text={error} />
        <Button look="primary" submit block busy={isPending}>
          {t('signIn.enter')}
        </Button>
        {step === 'password' && canUsePasskeys() && (
          <Button icon={KeyRound} block disabled={isPending} onClick={enterWithPasskey}>
            {t('passkey.use')}
          </Button>
        )}
        {step === 'password' && sso?.on && (
          <Button icon={Building2} block disabled={isPending} onClick={enterBySso}>
            {sso.label || t('sso.title')}
          </Button>
        )}
        {step === 'code' && confirmWithPasskey && canUsePasskeys() && (
          <Button icon={KeyRound} block disabled={isPending} onClick={() => confirmWithPasskey(values)}>
            {t('passkey.use')}
          </Button>
        )}
        {step !== 'password' && (
          <Button look="quiet" block onClick={again}>
            {t('signIn.restart')}
          </Button>
        )}
      </form>
      {step === 'password' && (
        <p className="entrance-way">
          <Link to="/forgot-password" className="link">
            {t('signIn.forgot')}
          </Link>
        </p>
      )}
    </Entrance>
  )
}
