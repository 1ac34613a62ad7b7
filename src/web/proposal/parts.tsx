import { useState } from 'react'
import type { RecordAnswer } from '#shared/wire'
import type { ChangesWire, PartWire } from '../api/change-requests.ts'
import { Button } from '../ui/button.tsx'
import { useWords } from '../words/words.ts'
import { ChangeTable } from './change-table.tsx'
import { FileBeside } from './file-beside.tsx'
import { calledIn, MergeHead, useSourceOf } from './merge-head.tsx'
import { useProposalWords } from './proposal-words.ts'
import { Subject } from './subject.tsx'

type PartsProps = { record: RecordAnswer; changes: ChangesWire }

/** One request for several records: of each, what stands and what would stand instead. */
export function Parts({ record, changes }: PartsProps) {
  const say = useProposalWords()
  const { parts, merge } = changes
  return (
    <>
      {merge && <MergeHead changes={changes} merge={merge} />}
      <p>{say('parts.count', { count: parts.length })}</p>
      {parts.map((part) => (
        <Part key={part.id} part={part} record={record} changes={changes} />
      ))}
    </>
  )
}

function Part({ part, record, changes }: PartsProps & { part: PartWire }) {
  const say = useProposalWords()
  const { titles, merge } = changes
  const sourceOf = useSourceOf(changes)
  const called = calledIn(merge, part)
  const act = merge ? say(part.record === merge.kept ? 'merge.kept' : 'merge.joined') : undefined
  const { t } = useWords()
  const [isLooked, setLooked] = useState(false)
  // Which record has changed is told of a merge by this alone once it is outdated: it is one act, and none of its parts fails by itself.
  const isOpen = record.state === 'pending' || (merge !== null && record.state === 'outdated')
  return (
    <article className="review-part" aria-label={called}>
      <Subject record={{ subject: called, state: record.state }} changes={part} act={act} />
      {merge && part.operation === 'update' && part.items.length === 0 ? (
        <p className="muted">{say('merge.same')}</p>
      ) : (
        <ChangeTable changes={{ ...part, titles }} sourceOf={sourceOf} />
      )}
      {isOpen && part.stale && <p className="review-notice">{say('parts.stale')}</p>}
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
