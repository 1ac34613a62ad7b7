import { useMutation, useQuery } from '@tanstack/react-query'
import { Modal } from 'antd'
import { useState } from 'react'
import type { RecordAnswer } from '#shared/wire'
import { request } from '../api/request.ts'
import { sessionQuery } from '../api/session.ts'
import { EntranceField } from '../session/entrance-field.tsx'
import { toast } from '../ui/toast.tsx'
import { Trouble } from '../ui/trouble.tsx'
import { useWords } from '../words/words.ts'
import 'virtual:antd/modal.css'

/** Sets a colleague's password, or one's own, for which the old one is asked. */
export function PasswordDialog({
  record,
  title,
  onClose,
}: {
  record: Pick<RecordAnswer, 'id'>
  title: string
  onClose: () => void
}) {
  const { t } = useWords()
  const [password, setPassword] = useState('')
  const [current, setCurrent] = useState('')
  const { data: session } = useQuery(sessionQuery)
  const isOwn = session?.user.id === record.id
  const save = useMutation({
    mutationFn: () =>
      request('POST', `/users/${record.id}/password`, { body: { password, ...(isOwn ? { current } : {}) } }),
    onSuccess: () => {
      toast({ text: t(isOwn ? 'password.ownDone' : 'password.done') })
      onClose()
    },
  })
  return (
    <Modal
      open
      centered
      width={420}
      title={`${t('password.set')}: ${title}`}
      okText={t('password.save')}
      cancelText={t('action.cancel')}
      confirmLoading={save.isPending}
      onOk={() => save.mutate()}
      onCancel={onClose}
    >
      {isOwn && (
        <EntranceField
          label={t('password.current')}
          type="password"
          value={current}
          onChange={setCurrent}
          autoComplete="current-password"
        />
      )}
      <EntranceField
        label={t('password.fresh')}
        type="password"
        value={password}
        onChange={setPassword}
        autoComplete="new-password"
        hint={t('password.hint')}
      />
      <Trouble text={save.error?.message} />
    </Modal>
  )
}
