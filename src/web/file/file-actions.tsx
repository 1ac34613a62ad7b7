import { Link, useNavigate } from '@tanstack/react-router'
import { Ellipsis, History, KeyRound, MailPlus, PencilLine, ScrollText, Trash2 } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import type { ObjectWire, RecordAnswer } from '#shared/wire'
import { useAccessDrawer } from '../access/use-access-drawer.tsx'
import { invite } from '../api/password-link.ts'
import { useDuty } from '../api/session.ts'
import { useDelete } from '../list/use-delete.ts'
import { IconButton } from '../ui/button.tsx'
import { Menu, type MenuEntry } from '../ui/menu.tsx'
import { toast, toastError } from '../ui/toast.tsx'
import { usePhone } from '../ui/use-phone.ts'
import { titleOf } from '../words/title-of.ts'
import { useWords } from '../words/words.ts'
import { isOpen } from './is-open.ts'

const PasswordDialog = lazy(() =>
  import('./password-dialog.tsx').then((module) => ({ default: module.PasswordDialog })),
)

type FileActionsProps = { object: ObjectWire; record: RecordAnswer; onHistory: () => void }

export function FileActions({ object, record, onHistory }: FileActionsProps) {
  const { t } = useWords()
  const isPhone = usePhone()
  const [asksPassword, setAsksPassword] = useState(false)
  const common = useEntries({ object, record, onHistory })
  const password = { key: 'password', label: t('password.set'), icon: KeyRound, run: () => setAsksPassword(true) }
  const sendInvitation = (): void => {
    const name = titleOf(object, record)
    invite(record.id).then(() => toast({ text: t('password.invited', { name }) }), toastError)
  }
  const invitation = { key: 'invite', label: t('password.invite'), icon: MailPlus, run: sendInvitation }
  const access = useAccessDrawer(object, record)
  const mayReset = object.signsIn && record.can.includes('update')
  const entries = [...(mayReset ? [invitation, password] : []), ...access.entries, ...common]
  return (
    <div className="file-actions">
      {isOpen(record) && (
        <Link
          to="/o/$path/$id/edit"
          params={{ path: object.path, id: record.id }}
          className="plain-link"
          aria-label={t('action.edit')}
        >
          <PencilLine size={15} aria-hidden />
          {!isPhone && t('action.edit')}
        </Link>
      )}
      <Menu entries={entries}>
        <span>
          <IconButton icon={Ellipsis} label={t('shell.more')} />
        </span>
      </Menu>
      {access.drawer}
      {asksPassword && (
        <Suspense>
          <PasswordDialog record={record} title={titleOf(object, record)} onClose={() => setAsksPassword(false)} />
        </Suspense>
      )}
    </div>
  )
}

function useEntries({ object, record, onHistory }: FileActionsProps): readonly MenuEntry[] {
  const { t } = useWords()
  const navigate = useNavigate()
  const answersForTrail = useDuty('trail')
  const remove = useDelete(object)
  const destroy = async (): Promise<void> => {
    if (await remove([record.id])) await navigate({ to: '/o/$path', params: { path: object.path } })
  }
  const history = { key: 'history', label: t('file.history'), icon: History, run: onHistory }
  const looked = {
    key: 'looked',
    label: t(object.signsIn ? 'audit.menuPerson' : 'audit.menu'),
    icon: ScrollText,
    run: () => void navigate({ to: '/audit', search: object.signsIn ? { actor: record.id } : { file: record.id } }),
  }
  const deleting = { key: 'delete', label: t('action.delete'), icon: Trash2, danger: true, run: () => void destroy() }
  const first = answersForTrail ? [history, looked] : [history]
  return record.can.includes('delete') ? [...first, 'line', deleting] : first
}
