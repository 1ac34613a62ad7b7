import { useState } from 'react'
import type { RecordAnswer } from '#shared/wire'
import type { ChangesWire, PartWire } from '../api/change-requests.ts'
import { Button } from '../ui/button.tsx'
import { useWords } from '../words/words.ts'
import { ChangeTable } from './change-table.tsx'
import { FileBeside } from './file-beside.tsx'
import { useProposalWords } from './proposal-words.ts'
import { Subject } from './subject.tsx'

type PartsProps = { record: RecordAnswer; changes: ChangesWire }

/** One request for several records: of each, what stands and what would stand instead. */
export function Parts({ record, changes }: PartsProps) {
  const say = useProposalWords()
  const { parts } = changes
  return (
    <>
      <p>{say('parts.count', { count: parts.length })}</p>
      {parts.map((part) => (
        <Part key={part.id} part={part} record={record} changes={changes} />
      ))}
    </>
  )
}

function Part({ part, record, changes: { titles } }: PartsProps & { part: PartWire }) {
  const say = useProposalWords()
  const { t } = useWords()
  const [isLooked, setLooked] = useState(false)
  return (
    <article className="review-part" aria-label={part.subject}>
      <Subject record={{ subject: part.subject, state: record.state }} changes={part} />
      <ChangeTable changes={{ ...part, titles }} />
      {record.state === 'pending' && part.stale && <p className="review-notice">{say('parts.stale')}</p>}
      {record.state === 'outdated' && part.cause && <p>{t('proposal.cause', { cause: part.cause })}</p>}
      {part.file && !isLooked && (
        <Button small look="quiet" onClick={() => setLooked(true)}>
          {say('parts.look')}
        </Button>
      )}
      {part.file && isLooked && <FileBeside file={part.file} />}
    </article>
  )
}
