import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Problem } from '../api/problem.ts'
import { request } from '../api/request.ts'
import { Skeleton } from '../ui/skeleton.tsx'
import { useWords } from '../words/words.ts'
import { Entrance } from './entrance.tsx'
import { SetupForm } from './setup-form.tsx'
import { SetupProgress } from './setup-progress.tsx'

const route = getRouteApi('/setup')

/** The first page of a new house: company, its head, and whether a demo company moves in. */
export function SetupPage() {
  const { t } = useWords()
  const { token } = route.useSearch()
  const [job, setJob] = useState<string>()
  const state = useQuery({
    queryKey: ['setup', token],
    retry: false,
    queryFn: () => request<{ needed: boolean }>('GET', '/setup', { query: { token } }),
  })
  if (job) return <SetupProgress job={job} />
  if (state.isPending)
    return (
      <Entrance title={t('setup.title')}>
        <Skeleton rows={4} />
      </Entrance>
    )
  const isDone =
    state.data?.needed === false || (state.error instanceof Problem && state.error.wire.code === 'setup.done')
  if (isDone || state.error || !token) {
    return (
      <Entrance
        title={t('setup.title')}
        text={isDone ? t('setup.done') : (state.error?.message ?? t('setup.linkNeeded'))}
      >
        {isDone && (
          <Link to="/sign-in" className="link">
            {t('signIn.enter')}
          </Link>
        )}
      </Entrance>
    )
  }
  return (
    <Entrance title={t('setup.title')} text={t('setup.text')}>
      <SetupForm token={token} onJob={setJob} />
    </Entrance>
  )
}
