import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { sessionQuery } from '../api/session.ts'
import { PasswordDialog } from '../file/password-dialog.tsx'
import { Button } from '../ui/button.tsx'
import { useWords } from '../words/words.ts'
import { AccountSection } from './account-section.tsx'

export function PasswordSection() {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  const { data: session } = useQuery(sessionQuery)
  const change = <Button onClick={() => setOpen(true)}>{t('account.changePassword')}</Button>
  return (
    <AccountSection title={t('signIn.password')} text={t('account.passwordText')} actions={change}>
      {open && session && (
        <PasswordDialog record={session.user} title={session.user.name} onClose={() => setOpen(false)} />
      )}
    </AccountSection>
  )
}
