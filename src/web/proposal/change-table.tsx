import type { ChangesWire } from '../api/change-requests.ts'
import { fieldOf, useObjectNamed } from '../api/definitions.ts'
import { useWords } from '../words/words.ts'
import { ChangeValue } from './change-value.tsx'
import { useProposalWords } from './proposal-words.ts'

type TableProps = {
  changes: Pick<ChangesWire, 'object' | 'operation' | 'items' | 'titles'>
  /** Where what would stand comes from, where it is another record's. */
  sourceOf?: (field: string) => string | undefined
}

/** Each field that would change: what stands, and what would stand instead. */
export function ChangeTable({ changes, sourceOf }: TableProps) {
  const { t, label } = useWords()
  const say = useProposalWords()
  const target = useObjectNamed(changes.object)
  const { operation } = changes
  if (operation === 'delete' || operation === 'restore') return <p>{t(`proposal.noItems.${operation}`)}</p>
  const items = changes.items.filter(({ live, proposed }) => !isNone(live) || !isNone(proposed))
  if (!target || items.length === 0) return <p className="muted">{t('proposal.hiddenItems')}</p>
  const isNew = operation === 'create'
  const isKeyed = items.some(({ keyed }) => keyed !== undefined)
  return (
    <table className="review-table">
      <thead>
        <tr>
          <th scope="col">{t('proposal.field')}</th>
          {!isNew && <th scope="col">{t('proposal.live')}</th>}
          <th scope="col">{t('proposal.proposed')}</th>
          {isKeyed && <th scope="col">{say('keyed')}</th>}
          {sourceOf && <th scope="col">{say('merge.from')}</th>}
        </tr>
      </thead>
      <tbody>
        {items.map(({ field: name, live, proposed, keyed }) => {
          const field = fieldOf(target, name)
          const told = { object: target, field, titles: changes.titles }
          return (
            <tr key={name}>
              <th scope="row">{field ? label(field.label) : name}</th>
              {!isNew && (
                <td>
                  <ChangeValue {...told} value={live} />
                </td>
              )}
              <td className="review-proposed">
                <ChangeValue {...told} value={proposed} />
              </td>
              {isKeyed && (
                <td className="review-proposed">{keyed !== undefined && <ChangeValue {...told} value={keyed} />}</td>
              )}
              {sourceOf && <td>{sourceOf(name)}</td>}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

// "Not yet" and "no longer" are the same to a reader.
const isNone = (value: unknown): boolean => value === null || value === undefined || value === ''
