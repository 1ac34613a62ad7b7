import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Input, Radio } from 'antd'
import { type SubmitEvent, useId, useState } from 'react'
import { EntranceField } from '../../../web/session/entrance-field.tsx'
import { useDocumentTitle } from '../../../web/shell/use-document-title.ts'
import { Button } from '../../../web/ui/button.tsx'
import { PageHead } from '../../../web/ui/page-head.tsx'
import { Trouble } from '../../../web/ui/trouble.tsx'
import { useWords } from '../../../web/words/words.ts'
import { type Asked, minutesOffered, takeEmergencyAccess } from './emergency.ts'
import '../../../web/session/session.css'
import './emergency.css'
import 'virtual:antd/input.css'
import 'virtual:antd/radio.css'

const shortest = 10
const longest = 200

/** Which file, why, for how long; and what will happen, before it does. */
export function EmergencyPage() {
  const { t } = useWords()
  const { number, setNumber, grounds, setGrounds, minutes, setMinutes, take } = useAsked()
  useDocumentTitle(t('emergency.title'))
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    take.mutate({ number: number.trim(), grounds: grounds.trim(), minutes })
  }
  return (
    <>
      <PageHead title={t('emergency.title')} />
      <form className="page-scroll emergency-page" onSubmit={submit} aria-label={t('emergency.title')}>
        <p className="muted">{t('emergency.text')}</p>
        <EntranceField
          label={t('emergency.number')}
          hint={t('emergency.numberHint')}
          value={number}
          autoComplete="off"
          onChange={setNumber}
        />
        <Grounds value={grounds} onChange={setGrounds} />
        <fieldset className="emergency-minutes">
          <legend>{t('emergency.minutes')}</legend>
          <Radio.Group value={minutes} onChange={(event) => setMinutes(event.target.value)}>
            {minutesOffered.map((count) => (
              <Radio key={count} value={count}>
                {t('emergency.minutesOf', { count })}
              </Radio>
            ))}
          </Radio.Group>
        </fieldset>
        <ul className="emergency-consequences">
          <li>{t('emergency.recorded')}</li>
          <li>{t('emergency.told')}</li>
          <li>{t('emergency.ends')}</li>
        </ul>
        <Trouble text={take.error?.message} />
        <div>
          <Button
            look="primary"
            danger
            submit
            busy={take.isPending}
            disabled={!number.trim() || grounds.trim().length < shortest}
          >
            {t('emergency.take')}
          </Button>
        </div>
      </form>
    </>
  )
}

function useAsked() {
  const client = useQueryClient()
  const navigate = useNavigate()
  const [number, setNumber] = useState('')
  const [grounds, setGrounds] = useState('')
  const [minutes, setMinutes] = useState<Asked['minutes']>(15)
  const take = useMutation({
    mutationFn: takeEmergencyAccess,
    onSuccess: async ({ customer }) => {
      await client.invalidateQueries()
      await navigate({ to: '/o/$path/$id', params: { path: 'customers', id: customer } })
    },
  })
  return { number, setNumber, grounds, setGrounds, minutes, setMinutes, take }
}

function Grounds({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { t } = useWords()
  const id = useId()
  return (
    <div className="entrance-field">
      <label htmlFor={id}>{t('emergency.grounds')}</label>
      <Input.TextArea
        id={id}
        value={value}
        required
        maxLength={longest}
        autoSize={{ minRows: 3, maxRows: 8 }}
        aria-describedby={`${id}-note`}
        onChange={(event) => onChange(event.target.value)}
      />
      <p id={`${id}-note`} className="meta">
        {t('emergency.groundsHint', { count: shortest })}
      </p>
    </div>
  )
}
