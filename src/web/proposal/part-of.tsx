import { Link } from '@tanstack/react-router'
import type { ObjectWire } from '#shared/wire'
import { useProposalWords } from './proposal-words.ts'

/** A change that is asked for as one with others goes with that request. */
export function PartOf({ object, whole }: { object: ObjectWire; whole: string }) {
  const t = useProposalWords()
  return (
    <p className="review-notice">
      {t('parts.of')}{' '}
      <Link to="/o/$path/$id" params={{ path: object.path, id: whole }} className="link">
        {t('parts.whole')}
      </Link>
    </p>
  )
}
