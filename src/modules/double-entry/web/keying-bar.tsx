import { Link } from '@tanstack/react-router'
import type { ObjectWire, RecordAnswer } from '#shared/wire'
import { useObjectNamed, useObjects } from '../../../web/api/definitions.ts'
import { useRecords } from '../../../web/api/use-records.ts'
import { useWords } from '../../../web/words/words.ts'
import { useKeyingWords } from './words.ts'
import './keying.css'

/** Says of a file which of its values nobody has keyed again so far, and which two people keyed differently. */
export function KeyingBar({ record }: { object: ObjectWire; record: RecordAnswer }) {
  const entries = useObjectNamed('second_entry')
  return entries?.can.includes('read') ? <Waiting entries={entries} file={record.id} /> : null
}

function Waiting({ entries, file }: { entries: ObjectWire; file: string }) {
  const t = useKeyingWords()
  const named = useNamed()
  const { rows } = useRecords(entries, { customer: file, state: { in: ['waiting', 'open', 'differs'] } })
  const differing = rows.filter(({ state }) => state === 'differs')
  const waiting = rows.filter(({ state, held }) => state !== 'differs' && !held)
  const held = rows.filter(({ state, held }) => state !== 'differs' && held)
  if (rows.length === 0) return null
  return (
    <section className="keying-bar" aria-label={t('title')}>
      {waiting.length > 0 && <span>{t('waiting', { fields: named(waiting) })}</span>}
      {held.length > 0 && <span>{t('held', { fields: named(held) })}</span>}
      {differing.length > 0 && <span>{t('openRequests', { fields: named(differing) })}</span>}
      {differing.slice(0, 1).map((entry) => (
        <Link
          key={entry.id}
          className="link"
          to="/o/$path/$id"
          params={{ path: 'change-requests', id: String(entry.request) }}
        >
          {t('decide')}
        </Link>
      ))}
    </section>
  )
}

/** Fields by their labels, each with whoever entered it. */
function useNamed() {
  const objects = useObjects()
  const { label } = useWords()
  return (rows: readonly RecordAnswer[]): string =>
    rows
      .map(({ object, field, enteredBy, titles }) => {
        const told = objects.find(({ name }) => name === object)?.fields.find(({ name }) => name === field)
        const by = titles[String(enteredBy)]
        return `${told ? label(told.label) : String(field)}${by ? ` (${by})` : ''}`
      })
      .join(', ')
}
