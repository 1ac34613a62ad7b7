import { Link } from '@tanstack/react-router'
import type { ChangesWire } from '../api/change-requests.ts'
import { fieldOf, useObjectNamed } from '../api/definitions.ts'
import { FieldValue } from '../ui/field-value.tsx'
import { Icon } from '../ui/icon.tsx'
import { useWords } from '../words/words.ts'
import { useProposals } from './use-proposed.ts'

/** What the request's own record says. */
type Told = { readonly [field: string]: unknown }
type About = Pick<ChangesWire, 'object' | 'record' | 'operation'>

/** `act`: what becomes of the record, where its operation alone would not say it. */
type SubjectProps = { record: Told; changes: About; act?: string }

/** What a change request is about, and the way there where it exists. */
export function Subject({ record, changes, act }: SubjectProps) {
  const { t, label } = useWords()
  const target = useObjectNamed(changes.object)
  const proposals = useProposals()
  const operation = proposals && fieldOf(proposals, 'operation')
  if (!target) return <p className="review-subject muted">{t('state.hidden')}</p>
  const name = String(record.subject ?? '') || label(target.label)
  return (
    <p className="review-subject">
      <Icon name={target.icon} size={16} />
      {act && <span>{act}</span>}
      {operation && !act && <FieldValue field={operation} value={changes.operation} titles={{}} />}
      <span>{label(target.label)}</span>
      {exists(record, changes) && target.can.includes('read') ? (
        <Link to="/o/$path/$id" params={{ path: target.path, id: changes.record }} className="link">
          {name}
        </Link>
      ) : (
        <strong>{name}</strong>
      )}
    </p>
  )
}

/** Whether the record stands: what is new or comes back does so after approval, what goes until then. */
function exists({ state }: Told, { operation }: About): boolean {
  if (operation === 'update') return true
  return (state === 'approved') === (operation !== 'delete')
}
