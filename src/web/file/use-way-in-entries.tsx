import { useQuery } from '@tanstack/react-query'
import { KeyRound, MailPlus, Unlink } from 'lucide-react'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import type { ObjectWire, RecordAnswer } from '#shared/wire'
import { invite } from '../api/password-link.ts'
import { useDuty, useOwnId } from '../api/session.ts'
import { ssoQuery, unbind } from '../api/sso.ts'
import { confirm } from '../ui/confirm.tsx'
import type { MenuEntry } from '../ui/menu.tsx'
import { toast, toastError } from '../ui/toast.tsx'
import { titleOf } from '../words/title-of.ts'
import { useWords } from '../words/words.ts'

const PasswordDialog = lazy(() =>
  import('./password-dialog.tsx').then((module) => ({ default: module.PasswordDialog })),
)

type WaysIn = { entries: readonly MenuEntry[]; dialog: ReactNode }

/** Changes how the person of a file comes in, from the menu of the file. */
export function useWayInEntries(object: ObjectWire, record: RecordAnswer): WaysIn {
  const { t } = useWords()
  const [asksPassword, setAsksPassword] = useState(false)
  const isOwn = useOwnId() === record.id
  const looksAfter = useDuty('accounts') && object.signsIn && !isOwn
  const { data: service } = useQuery({ ...ssoQuery, enabled: looksAfter })
  const name = titleOf(object, record)
  const password = { key: 'password', label: t('password.set'), icon: KeyRound, run: () => setAsksPassword(true) }
  const sendInvitation = (): void => {
    invite(record.id).then(() => toast({ text: t('password.invited', { name }) }), toastError)
  }
  const invitation = { key: 'invite', label: t('password.invite'), icon: MailPlus, run: sendInvitation }
  const askUnbind = async (): Promise<void> => {
    const question = { title: t('sso.unbindTitle', { name }), text: t('sso.unbindText'), action: t('sso.unbind') }
    if (!(await confirm({ ...question, danger: true }))) return
    unbind(record.id).then(() => toast({ text: t('sso.unbindDone', { name }) }), toastError)
  }
  const unbinding = { key: 'unbind', label: t('sso.unbind'), icon: Unlink, run: () => void askUnbind() }
  const mayReset = object.signsIn && record.can.includes('update')
  const entries = [...(mayReset ? [invitation, password] : []), ...(looksAfter && service?.on ? [unbinding] : [])]
  const dialog = asksPassword && (
    <Suspense>
      <PasswordDialog record={record} title={name} onClose={() => setAsksPassword(false)} />
    </Suspense>
  )
  return { entries, dialog }
}
