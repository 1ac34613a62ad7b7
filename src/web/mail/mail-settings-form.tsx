import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Select } from 'antd'
import { type SubmitEvent, useId, useState } from 'react'
import { type MailSettings, mailSettingsQuery, mailWays, saveMailSettings } from '../api/mail.ts'
import { EntranceField } from '../session/entrance-field.tsx'
import { Button } from '../ui/button.tsx'
import { toast } from '../ui/toast.tsx'
import { Trouble } from '../ui/trouble.tsx'
import { useWords } from '../words/words.ts'
import { useMailWords } from './mail-words.ts'
import 'virtual:antd/select.css'
import 'virtual:antd/empty.css'

/** The usual port of each way. */
const usualPorts = { tls: '465', starttls: '587', none: '25' } as const

export function MailSettingsForm({ settings }: { settings: MailSettings }) {
  const own = useMailWords()
  const { t } = useWords()
  const { values, change, choose, save } = useSettings(settings)
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    save.mutate()
  }
  const line = (name: 'host' | 'port' | 'user' | 'from' | 'fromName' | 'address' | 'password') => ({
    label: own(name),
    value: values[name],
    onChange: (value: string) => change({ [name]: value }),
    autoComplete: 'off',
    optional: true,
  })
  const isOpen = values.tls === 'none'
  return (
    <form className="mail-form" onSubmit={submit} aria-label={own('settings')}>
      <EntranceField {...line('host')} hint={own('hostHint')} />
      <Way value={values.tls} onChange={choose} />
      <EntranceField {...line('port')} />
      {!isOpen && <EntranceField {...line('user')} />}
      {!isOpen && (
        <EntranceField
          {...line('password')}
          type="password"
          autoComplete="new-password"
          hint={own(settings.hasPassword ? 'passwordKept' : 'passwordNone')}
        />
      )}
      <EntranceField {...line('from')} hint={own('fromHint')} />
      <EntranceField {...line('fromName')} />
      {settings.addressFixed ? (
        <p className="meta">{own('addressFixed', { address: settings.address })}</p>
      ) : (
        <EntranceField {...line('address')} hint={own('addressHint')} />
      )}
      <Trouble text={save.error?.message} />
      <div>
        <Button look="primary" submit busy={save.isPending}>
          {t('action.save')}
        </Button>
      </div>
    </form>
  )
}

type Way = MailSettings['tls']

function Way({ value, onChange }: { value: Way; onChange: (way: Way) => void }) {
  const own = useMailWords()
  const id = useId()
  return (
    <div className="entrance-field">
      <label htmlFor={id}>{own('tls')}</label>
      <Select
        id={id}
        size="large"
        value={value}
        options={mailWays.map((way) => ({ value: way, label: own(`ways.${way}`) }))}
        onChange={onChange}
      />
    </div>
  )
}

function useSettings(settings: MailSettings) {
  const own = useMailWords()
  const client = useQueryClient()
  const { host, tls, user, from, fromName } = settings
  const [values, setValues] = useState({
    host,
    tls,
    user,
    from,
    fromName,
    port: String(settings.port),
    password: '',
    address: settings.address || window.location.origin,
  })
  const change = (some: Partial<typeof values>): void => setValues((now) => ({ ...now, ...some }))
  const choose = (way: Way): void =>
    change({ tls: way, port: usualPorts[way], ...(way === 'none' ? { user: '', password: '' } : {}) })
  const save = useMutation({
    mutationFn: () => {
      const { password, address, port, ...plain } = values
      return saveMailSettings({
        ...plain,
        port: Number(port),
        ...(password ? { password } : {}),
        ...(settings.addressFixed ? {} : { address: address.trim() }),
      })
    },
    onSuccess: (saved) => {
      client.setQueryData(mailSettingsQuery.queryKey, saved)
      change({ password: '' })
      toast({ text: own('saved') })
    },
  })
  return { values, change, choose, save }
}
