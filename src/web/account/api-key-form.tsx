import { useMutation } from '@tanstack/react-query'
import { Checkbox } from 'antd'
import { type SubmitEvent, useState } from 'react'
import { request } from '../api/request.ts'
import { EntranceField } from '../session/entrance-field.tsx'
import { Button } from '../ui/button.tsx'
import { Trouble } from '../ui/trouble.tsx'
import { useWords } from '../words/words.ts'
import { PurposeField } from './purpose-field.tsx'
import 'virtual:antd/checkbox.css'

/** A key for reading, or also for writing; narrower ones are made through the API. */
export function ApiKeyForm({ onMade, onCancel }: { onMade: (token: string) => void; onCancel: () => void }) {
  const { t } = useWords()
  const [name, setName] = useState('')
  const [networks, setNetworks] = useState('')
  const [writes, setWrites] = useState(false)
  const [purpose, setPurpose] = useState<string>()
  const make = useMutation({
    mutationFn: () => {
      const body = {
        name: name.trim(),
        scopes: [writes ? 'write' : 'read'],
        networks: networks.split(/[\s,，;；]+/).filter(Boolean),
        purpose,
      }
      return request<{ token: string }>('POST', '/api-keys', { body })
    },
    onSuccess: ({ token }) => onMade(token),
  })
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    make.mutate()
  }
  return (
    <form className="account-form" onSubmit={submit}>
      <EntranceField label={t('account.keyName')} value={name} onChange={setName} autoComplete="off" autoFocus />
      <EntranceField
        label={t('account.keyNetworks')}
        value={networks}
        onChange={setNetworks}
        autoComplete="off"
        optional
        hint={t('account.keyNetworksHint')}
      />
      <PurposeField value={purpose} onChange={setPurpose} />
      <Checkbox checked={writes} onChange={(event) => setWrites(event.target.checked)}>
        {t('account.keyWrites')}
      </Checkbox>
      <Trouble text={make.error?.message} />
      <div className="account-actions">
        <Button look="primary" submit busy={make.isPending} disabled={!name.trim()}>
          {t('account.keyMake')}
        </Button>
        <Button onClick={onCancel}>{t('action.cancel')}</Button>
      </div>
    </form>
  )
}
