import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { addPasskey, type PasskeyWire, passkeysQuery, removePasskey, renamePasskey } from '../api/passkeys.ts'
import { canUsePasskeys } from '../session/passkey.ts'
import { RecoveryCodes } from '../session/recovery-codes.tsx'
import { Button } from '../ui/button.tsx'
import { confirm } from '../ui/confirm.tsx'
import { toastError } from '../ui/toast.tsx'
import { useWords } from '../words/words.ts'
import { AccountSection } from './account-section.tsx'
import { deviceName } from './device-name.ts'
import { PasskeyForm } from './passkey-form.tsx'

/** Passkeys of this person: add one of this device, name them, take them away. */
export function PasskeysSection() {
  const { t } = useWords()
  const client = useQueryClient()
  const query = useQuery(passkeysQuery)
  const [open, setOpen] = useState<'new' | PasskeyWire>()
  const refresh = () => client.invalidateQueries({ queryKey: ['account'] })
  const add = useMutation({
    mutationFn: addPasskey,
    onSuccess: () => {
      setOpen(undefined)
      void refresh()
    },
  })
  const able = canUsePasskeys()
  const begin = (): void => {
    add.reset()
    setOpen('new')
  }
  return (
    <AccountSection
      title={t('passkey.title')}
      text={t('passkey.text')}
      query={query}
      actions={able && !open && <Button onClick={begin}>{t('passkey.add')}</Button>}
    >
      {!able && <p className="meta">{t('passkey.address')}</p>}
      {open === 'new' && (
        <PasskeyForm
          note={t('passkey.beside')}
          first={deviceName(navigator.userAgent) ?? ''}
          action={t('passkey.add')}
          saving={add}
          onSave={add.mutate}
          onCancel={() => setOpen(undefined)}
        />
      )}
      {add.data?.recoveryCodes && <RecoveryCodes codes={add.data.recoveryCodes} />}
      {query.data?.items.length === 0 && open !== 'new' && <p className="meta">{t('passkey.none')}</p>}
      <ul className="account-list">
        {query.data?.items.map((passkey) => (
          <PasskeyRow
            key={passkey.id}
            passkey={passkey}
            renaming={open !== 'new' && open?.id === passkey.id}
            onRename={(start) => setOpen(start ? passkey : undefined)}
            onChanged={refresh}
          />
        ))}
      </ul>
    </AccountSection>
  )
}

type PasskeyRowProps = {
  passkey: PasskeyWire
  renaming: boolean
  onRename: (start: boolean) => void
  onChanged: () => unknown
}

function PasskeyRow({ passkey, renaming, onRename, onChanged }: PasskeyRowProps) {
  const { t, format } = useWords()
  const { id, name, createdAt, seenAt } = passkey
  const rename = useMutation({
    mutationFn: (typed: string) => renamePasskey(id, typed),
    onSuccess: () => {
      onRename(false)
      void onChanged()
    },
  })
  const remove = useMutation({ mutationFn: () => removePasskey(id), onSuccess: onChanged, onError: toastError })
  const ask = async (): Promise<void> => {
    const question = { title: t('passkey.remove'), text: t('passkey.removeText', { name }) }
    if (await confirm({ ...question, action: t('passkey.remove'), danger: true })) remove.mutate()
  }
  if (renaming)
    return (
      <li>
        <PasskeyForm
          first={name}
          action={t('passkey.save')}
          saving={rename}
          onSave={rename.mutate}
          onCancel={() => onRename(false)}
        />
      </li>
    )
  const seen = seenAt ? t('account.seen', { when: format.relative(seenAt) }) : t('account.neverSeen')
  return (
    <li>
      <div>
        <span className="account-line">{name}</span>
        <span className="meta">
          {t('passkey.added', { when: format.dateTime(createdAt) })} · {seen}
        </span>
      </div>
      <span className="account-actions">
        <Button small onClick={() => onRename(true)}>
          {t('passkey.rename')}
        </Button>
        <Button small onClick={() => void ask()} busy={remove.isPending}>
          {t('passkey.remove')}
        </Button>
      </span>
    </li>
  )
}
