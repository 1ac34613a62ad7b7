import type { ChangesWire } from '../api/change-requests.ts'
import { useWords } from '../words/words.ts'
import { useProposalWords } from './proposal-words.ts'

/** What happened to a request on its way: asked, answered, handed on. */
export function Course({ changes: { course, titles } }: { changes: ChangesWire }) {
  const t = useProposalWords()
  const { format } = useWords()
  if (!course.length) return null
  const name = (id: string | null): string => (id && titles[id]) || ''
  return (
    <ol className="review-course" aria-label={t('course.title')}>
      {course.map(({ kind, by, at, person, words }) => (
        <li key={`${kind} ${at}`}>
          {t(`course.${kind}`, { by: name(by), person: name(person) })}{' '}
          <span className="meta">{format.dateTime(at)}</span>
          {(kind === 'question' || kind === 'answer') && <blockquote>{words ?? t('course.unread')}</blockquote>}
        </li>
      ))}
    </ol>
  )
}
