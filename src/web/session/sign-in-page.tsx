import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useRouter } from '@tanstack/react-router'
import { type SubmitEvent, useState } from 'react'
import { request } from '../api/request.ts'
import { sessionQuery, signIn } from '../api/session.ts'
import { Button } from '../ui/button.tsx'
import { Trouble } from '../ui/trouble.tsx'
import { useWords } from '../words/words.ts'
import { Entrance } from './entrance.tsx'
import { EntranceField } from './entrance-field.tsx'

const route = getRouteApi('/sign-in')

export function SignInPage() {
  const { t } = useWords()
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const enter = useEnter()
  const setup = useQuery({ queryKey: ['setup'], queryFn: () => request<{ needed: boolean }>('GET', '/setup') })
  if (setup.data?.needed)
    return (
      <Entrance title={t('setup.title')} text={t('setup.linkNeeded')}>
        {null}
      </Entrance>
    )
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    enter.mutate({ login, password })
  }
  return (
    <Entrance title={t('signIn.title')} text={t('signIn.text')}>
      <form className="entrance-form" onSubmit={submit}>
        <EntranceField label={t('signIn.login')} value={login} onChange={setLogin} autoComplete="username" autoFocus />
        <EntranceField
          label={t('signIn.password')}
          type="password"
          value={password}
          onChange={setPassword}
          autoComplete="current-password"
        />
        <Trouble text={enter.error?.message} />
        <Button look="primary" submit block busy={enter.isPending}>
          {t('signIn.enter')}
        </Button>
      </form>
    </Entrance>
  )
}

function useEnter() {
  const client = useQueryClient()
  const router = useRouter()
  const { back } = route.useSearch()
  return useMutation({
    mutationFn: ({ login, password }: { login: string; password: string }) => signIn(login, password),
    onSuccess: async (session) => {
      client.clear()
      client.setQueryData(sessionQuery.queryKey, session)
      if (back) router.history.push(back)
      else await router.navigate({ to: '/' })
    },
  })
}
