import { Link } from '@tanstack/react-router'
import type { ObjectWire, RecordAnswer } from '#shared/wire'
import { useKeyingWords } from './words.ts'
import './keying.css'

/** Leads from the task to the values that wait. */
export function KeyingTask({ record }: { object: ObjectWire; record: RecordAnswer }) {
  const t = useKeyingWords()
  if (record.kind !== 'keying' || record.state !== 'open') return null
  return (
    <p className="keying-bar">
      {t('task')}
      <Link to="/keying" className="link">
        {t('begin')}
      </Link>
    </p>
  )
}
