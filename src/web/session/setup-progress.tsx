import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { jobQuery } from '../api/jobs.ts'
import { Button } from '../ui/button.tsx'
import { Progress } from '../ui/progress.tsx'
import { Trouble } from '../ui/trouble.tsx'
import { useWords } from '../words/words.ts'
import { Entrance } from './entrance.tsx'

/** The demo company moves in; the door opens by itself when it is there. */
export function SetupProgress({ job }: { job: string }) {
  const { t } = useWords()
  const navigate = useNavigate()
  const client = useQueryClient()
  const { data, error } = useQuery(jobQuery(job))
  const isDone = data?.state === 'done'
  useEffect(() => {
    if (!isDone) return
    client.clear()
    void navigate({ to: '/' })
  }, [isDone, client, navigate])
  const trouble =
    data?.state === 'failed' || data?.state === 'cancelled' ? (data.error ?? t('setup.demoFailed')) : error?.message
  return (
    <Entrance title={t('setup.loading')} text={t('setup.loadingText')}>
      <div className="entrance-form">
        <Progress label={t('setup.loading')} done={data?.done ?? 0} total={data?.total ?? null} />
        <Trouble text={trouble} />
        <Button look={trouble ? 'primary' : 'plain'} block onClick={() => void navigate({ to: '/' })}>
          {t('setup.continue')}
        </Button>
      </div>
    </Entrance>
  )
}
