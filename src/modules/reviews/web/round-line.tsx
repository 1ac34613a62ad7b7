import { Link } from '@tanstack/react-router'
import type { ObjectWire, RecordAnswer } from '#shared/wire'
import { fieldOf } from '../../../web/api/definitions.ts'
import { FieldValue } from '../../../web/ui/field-value.tsx'
import { useWords } from '../../../web/words/words.ts'
import { useReviewWords } from './words.ts'
import '../../../web/file/in-place.css'

/** A round in a list of few: its name, how it stands, until when. */
export function RoundLine({ object, round }: { object: ObjectWire; round: RecordAnswer }) {
  const t = useReviewWords()
  const { format } = useWords()
  const state = fieldOf(object, 'state')
  return (
    <li className="in-place-line">
      <span className="in-place-text">
        <Link to="/o/$path/$id" params={{ path: object.path, id: round.id }} className="link">
          {String(round.name)}
        </Link>
        {state && <FieldValue field={state} value={round.state} titles={{}} dense />}
        <span className="meta">{t('due', { day: format.date(String(round.dueOn)) })}</span>
      </span>
    </li>
  )
}
