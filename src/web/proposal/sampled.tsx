import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Check, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { ObjectWire } from '#shared/wire'
import { changesQuery } from '../api/change-requests.ts'
import { recordQuery } from '../api/records.ts'
import { Button } from '../ui/button.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { ChangeTable } from './change-table.tsx'
import { FileBeside } from './file-beside.tsx'
import { useProposalWords } from './proposal-words.ts'
import { Subject } from './subject.tsx'

type SampledProps = {
  object: ObjectWire
  id: string
  place: number
  of: number
  onRight: (hash: string) => void
  onWrong: () => void
}

/** One change request of a sample: right as it stands, or not. */
export function Sampled({ object, id, place, of, onRight, onWrong }: SampledProps) {
  const say = useProposalWords()
  const { data: record, error: missing, refetch: again } = useQuery(recordQuery(object, id))
  const { data: changes, error, refetch } = useQuery(changesQuery(object, id))
  const part = useRef<HTMLElement>(null)
  // The next one is read from its beginning, also by who listens.
  useEffect(() => part.current?.focus(), [])
  const trouble = missing ?? error
  return (
    <article ref={part} className="review" tabIndex={-1} aria-label={say('together.place', { place, of })}>
      <p className="meta">{say('together.place', { place, of })}</p>
      {trouble && <ErrorState error={trouble} onRetry={() => void Promise.all([again(), refetch()])} />}
      {!trouble && !(record && changes) && <Skeleton rows={4} />}
      {record && changes && (
        <>
          <Subject record={record} changes={changes} />
          <ChangeTable changes={changes} />
          <div className="review-actions">
            <Button look="primary" icon={Check} onClick={() => onRight(changes.hash)}>
              {say('together.right')}
            </Button>
            <Button icon={X} onClick={onWrong}>
              {say('together.notRight')}
            </Button>
            <Link to="/o/$path/$id" params={{ path: object.path, id }} className="link" target="_blank">
              {say('together.open')}
            </Link>
          </div>
          {changes.file && <FileBeside file={changes.file} />}
        </>
      )}
    </article>
  )
}
