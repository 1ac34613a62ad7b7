import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { ObjectWire } from '#shared/wire'
import { drawQuery } from '../api/change-requests.ts'
import { cancelJob, jobQuery } from '../api/jobs.ts'
import { refresh } from '../api/records.ts'
import { Button } from '../ui/button.tsx'
import { Progress } from '../ui/progress.tsx'
import { Trouble } from '../ui/trouble.tsx'
import { useWords } from '../words/words.ts'
import { useProposalWords } from './proposal-words.ts'

type ProgressProps = { object: ObjectWire; requests: readonly string[]; job: string; onDone: () => void }

/** How far a verdict on many has come; it goes on when its sheet is closed. */
export function TogetherProgress({ object, requests, job, onDone }: ProgressProps) {
  const say = useProposalWords()
  const { t } = useWords()
  const client = useQueryClient()
  const { data, error } = useQuery(jobQuery(job))
  const stopping = useMutation({ mutationFn: () => cancelJob(job) })
  const isOver = data !== undefined && data.state !== 'queued' && data.state !== 'running'
  const { data: left } = useQuery({ ...drawQuery(object, requests, job), enabled: isOver })
  useEffect(() => {
    if (isOver) refresh(client, object.name)
  }, [isOver, client, object.name])
  const waiting = left?.requests.length ?? 0
  return (
    <>
      <Progress label={say('together.title')} done={data?.done ?? 0} total={data?.total ?? requests.length} />
      <Trouble text={error?.message ?? stopping.error?.message} />
      <p role="status">{say(isOver ? 'together.done' : 'together.running', { total: requests.length })}</p>
      {waiting > 0 && <p className="review-notice">{say('together.stillWaiting', { count: waiting })}</p>}
      <div className="review-actions">
        {isOver ? (
          <Button look="primary" onClick={onDone}>
            {t('action.close')}
          </Button>
        ) : (
          <Button busy={stopping.isPending} onClick={() => stopping.mutate()}>
            {say('together.stop')}
          </Button>
        )}
      </div>
    </>
  )
}
