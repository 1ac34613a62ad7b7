import { Link } from '@tanstack/react-router'
import { Hourglass } from 'lucide-react'
import type { FieldWire, ObjectWire } from '#shared/wire'
import { useWords } from '../words/words.ts'
import { ChangeValue } from './change-value.tsx'
import type { PendingValue } from './use-pending.ts'
import './review.css'

type PendingMarkProps = { object: ObjectWire; field: FieldWire; pending: PendingValue }

/** Stands below a value that a change request would replace. */
export function PendingMark({ object, field, pending }: PendingMarkProps) {
  const { t, format } = useWords()
  const { object: proposals, request, by, value, titles } = pending
  const grounds = String(request.grounds ?? '')
  return (
    <p className="pending-value">
      <Hourglass size={13} aria-hidden />
      <Link to="/o/$path/$id" params={{ path: proposals.path, id: request.id }}>
        {t('proposal.proposed')}
      </Link>
      <ChangeValue object={object} field={field} value={value} titles={titles} />
      <span className="pending-by">
        {[by, format.dateTime(request.createdAt), grounds].filter(Boolean).join(' · ')}
      </span>
    </p>
  )
}
