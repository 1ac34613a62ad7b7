import { Link } from '@tanstack/react-router'
import type { ObjectWire, RecordAnswer } from '#shared/wire'
import { fieldOf } from '../../../web/api/definitions.ts'
import { FieldValue } from '../../../web/ui/field-value.tsx'
import { useWords } from '../../../web/words/words.ts'
import { useMeetingWords } from './words.ts'
import '../../../web/file/in-place.css'

/** What was agreed: by whom, until when, and whether it is done. */
export function ActionLines({ object, rows }: { object: ObjectWire; rows: readonly RecordAnswer[] }) {
  const t = useMeetingWords()
  const { format } = useWords()
  const [assignee, state] = [fieldOf(object, 'assignee'), fieldOf(object, 'state')]
  return (
    <ul>
      {rows.map((row) => (
        <li key={row.id} className="in-place-line">
          <span className="in-place-text">
            <Link to="/o/$path/$id" params={{ path: object.path, id: row.id }} className="link">
              {String(row.title)}
            </Link>
            {assignee && <FieldValue field={assignee} value={row.assignee} titles={row.titles} dense />}
            <span className="meta">{t('due', { day: format.date(String(row.dueOn)) })}</span>
            {state && <FieldValue field={state} value={row.state} titles={{}} dense />}
          </span>
        </li>
      ))}
    </ul>
  )
}
