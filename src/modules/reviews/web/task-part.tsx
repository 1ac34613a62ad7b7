import { Link } from '@tanstack/react-router'
import type { ObjectWire, RecordAnswer } from '#shared/wire'
import { useObjectNamed } from '../../../web/api/definitions.ts'
import { useRecords } from '../../../web/api/use-records.ts'
import { useReviewWords } from './words.ts'
import './reviews.css'

/** Leads from the task of a round to the files that still wait. */
export function TaskPart({ record }: { object: ObjectWire; record: RecordAnswer }) {
  const items = useObjectNamed('review_item')
  return items?.can.includes('read') ? <Waiting items={items} task={record.id} /> : null
}

function Waiting({ items, task }: { items: ObjectWire; task: string }) {
  const t = useReviewWords()
  const { rows } = useRecords(items, { todo: task, state: 'open' })
  if (rows.length === 0) return null
  return (
    <p className="reviewing-bar">
      <Link to="/reviews" className="link">
        {`${t('start')} · ${t('mineCount', { count: rows.length })}`}
      </Link>
    </p>
  )
}
