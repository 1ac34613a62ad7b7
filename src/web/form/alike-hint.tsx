import { Link } from '@tanstack/react-router'
import type { ObjectWire, RecordWire } from '#shared/wire'
import { titleOf } from '../words/title-of.ts'
import { useWords } from '../words/words.ts'
import './alike-hint.css'

/** Says which records may be the one being typed; keeps nobody from saving. */
export function AlikeHint({ object, records }: { object: ObjectWire; records: readonly RecordWire[] }) {
  const { t } = useWords()
  return (
    <span className="alike-hint">
      {t('form.alike')}
      {records.map((record) => (
        <Link key={record.id} to="/o/$path/$id" params={{ path: object.path, id: record.id }} className="link">
          {titleOf(object, record)}
        </Link>
      ))}
    </span>
  )
}
