import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Checkbox } from 'antd'
import { type SubmitEvent, useState } from 'react'
import type { Locale } from '#shared/label'
import { Problem } from '../api/problem.ts'
import { request } from '../api/request.ts'
import { sessionQuery } from '../api/session.ts'
import { Button } from '../ui/button.tsx'
import { Trouble } from '../ui/trouble.tsx'
import { useWords } from '../words/words.ts'
import { EntranceField } from './entrance-field.tsx'
import 'virtual:antd/checkbox.css'

const shortestPassword = 10

type Setup = {
  token: string
  company: string
  name: string
  login: string
  password: string
  locale: Locale
  demo: boolean
}

const fields = [
  { name: 'company', autoComplete: 'organization' },
  { name: 'name', autoComplete: 'name' },
  { name: 'login', autoComplete: 'username' },
] as const

export function SetupForm({ token, onJob }: { token: string; onJob: (job: string) => void }) {
  const { t, locale } = useWords()
  const [values, setValues] = useState({ company: '', name: '', login: '', password: '' })
  const [demo, setDemo] = useState(false)
  const begin = useBegin(onJob)
  const change = (name: keyof typeof values) => (value: string) => setValues({ ...values, [name]: value })
  const { errorAt, unplaced } = readTrouble(begin.error)
  const left = shortestPassword - values.password.length
  const isReady = left <= 0 && fields.every(({ name }) => values[name].trim() !== '')
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    if (isReady) begin.mutate({ token, ...values, locale, demo })
  }
  const partOf = (name: keyof typeof values) => ({
    label: t(`setup.${name}`),
    value: values[name],
    onChange: change(name),
    error: errorAt(name),
  })
  const rule = left > 0 ? t('setup.passwordRule', { min: shortestPassword, left }) : t('setup.passwordGood')
  return (
    <form className="entrance-form" onSubmit={submit}>
      {fields.map(({ name, autoComplete }, index) => (
        <EntranceField key={name} {...partOf(name)} autoComplete={autoComplete} autoFocus={index === 0} />
      ))}
      <EntranceField {...partOf('password')} type="password" autoComplete="new-password" hint={rule} />
      <Checkbox checked={demo} onChange={(event) => setDemo(event.target.checked)}>
        {t('setup.demo')}
      </Checkbox>
      <p className="meta">{t('setup.demoText')}</p>
      <Trouble text={unplaced} />
      <Button look="primary" submit block busy={begin.isPending} disabled={!isReady}>
        {t('setup.begin')}
      </Button>
    </form>
  )
}

function readTrouble(error: Error | null) {
  const errors = error instanceof Problem ? error.wire.errors : []
  return {
    errorAt: (name: string): string | undefined => errors.find(({ path }) => path === name)?.message,
    unplaced: errors.length === 0 ? error?.message : undefined,
  }
}

function useBegin(onJob: (job: string) => void) {
  const client = useQueryClient()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: (setup: Setup) => request<{ job?: string }>('POST', '/setup', { body: setup }),
    onSuccess: async ({ job }) => {
      client.removeQueries({ queryKey: sessionQuery.queryKey })
      if (job) onJob(job)
      else await navigate({ to: '/' })
    },
  })
}
