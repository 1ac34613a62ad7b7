import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ObjectWire } from '#shared/wire'
import { type Draw, decideTogether, drawQuery, type Looked, type Verdict } from '../api/change-requests.ts'
import { Drawer } from '../ui/drawer.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { Trouble } from '../ui/trouble.tsx'
import { useProposalWords } from './proposal-words.ts'
import { Sampled } from './sampled.tsx'
import { TogetherProgress } from './together-progress.tsx'
import { VerdictForm } from './verdict-form.tsx'
import './review.css'

type TogetherProps = { object: ObjectWire; ids: readonly string[]; onClose: () => void; onDone: () => void }

/** One verdict on many change requests, once a sample of them has been looked at that the house draws. */
export function DecideTogether({ object, ids, onClose, onDone }: TogetherProps) {
  const say = useProposalWords()
  const { data: draw, error, refetch } = useQuery(drawQuery(object, ids))
  return (
    <Drawer open title={say('together.title')} width={640} onClose={onClose}>
      <section className="review" aria-label={say('together.title')}>
        {error && <ErrorState error={error} onRetry={() => void refetch()} />}
        {!error && !draw && <Skeleton rows={4} />}
        {draw && draw.requests.length === 0 && <p className="review-notice">{say('together.none')}</p>}
        {draw && draw.requests.length > 0 && (
          <>
            {draw.requests.length < ids.length && (
              <p className="meta">{say('together.leftOut', { count: ids.length - draw.requests.length })}</p>
            )}
            <Drawn object={object} draw={draw} onDone={onDone} />
          </>
        )}
      </section>
    </Drawer>
  )
}

/** First each of the sample, then the verdict, then the way it goes. */
function Drawn({ object, draw, onDone }: { object: ObjectWire; draw: Draw; onDone: () => void }) {
  const say = useProposalWords()
  const [looked, setLooked] = useState<readonly Looked[]>([])
  const [isWrong, setWrong] = useState(false)
  const deciding = useMutation({
    mutationFn: ({ verdict, grounds }: { verdict: Verdict; grounds: string }) =>
      decideTogether(object, { ids: draw.requests, looked, verdict, grounds: grounds || undefined }),
  })
  const { requests, sample } = draw
  if (deciding.data)
    return <TogetherProgress object={object} requests={requests} job={deciding.data.job} onDone={onDone} />
  const next = sample[looked.length]
  if (next !== undefined && !isWrong)
    return (
      <>
        <p>{say('together.look', { count: sample.length, total: requests.length })}</p>
        <Sampled
          key={next}
          object={object}
          id={next}
          place={looked.length + 1}
          of={sample.length}
          onRight={(hash) => setLooked([...looked, { id: next, hash }])}
          onWrong={() => setWrong(true)}
        />
      </>
    )
  return (
    <>
      <p className={isWrong ? 'review-notice' : undefined}>
        {say(isWrong ? 'together.wrong' : 'together.all', { total: requests.length })}
      </p>
      <Trouble text={deciding.error?.message} />
      {!isWrong && (
        <VerdictForm
          isBusy={deciding.isPending}
          onSettle={(verdict, grounds) => deciding.mutate({ verdict, grounds })}
        />
      )}
    </>
  )
}
