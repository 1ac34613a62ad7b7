import { useQuery } from '@tanstack/react-query'
import type { ObjectWire } from '#shared/wire'
import { type ImportState, importsQuery } from '../api/imports.ts'
import { Pill } from '../ui/pill.tsx'
import { useWords } from '../words/words.ts'
import { useImportWords } from './import-words.ts'

const colours = {
  reading: 'grey',
  preview: 'blue',
  queued: 'grey',
  running: 'blue',
  done: 'green',
  failed: 'red',
  cancelled: 'grey',
  undoing: 'blue',
  undone: 'grey',
} as const

/** Files that came in before, each with the way to its result and its undoing. */
export function EarlierImports({ object, onOpen }: { object: ObjectWire; onOpen: (id: string) => void }) {
  const own = useImportWords()
  const { format } = useWords()
  const { data } = useQuery(importsQuery)
  const items = (data?.items ?? []).filter((item) => item.object === object.name || item.object === object.path)
  if (items.length === 0) return null
  return (
    <section className="earlier" aria-label={own('earlier')}>
      <h2>{own('earlier')}</h2>
      <ul>
        {items.map((item) => (
          <li key={item.id}>
            <button type="button" className="earlier-row" onClick={() => onOpen(item.id)}>
              <span className="truncate" title={item.fileName}>
                {item.fileName}
              </span>
              <StatePill state={item.state} />
              <span className="meta">{own('rows', { rows: format.number(item.counts.rows) })}</span>
              {item.createdAt && (
                <time className="meta" dateTime={item.createdAt}>
                  {format.shortDateTime(item.createdAt)}
                </time>
              )}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function StatePill({ state }: { state: ImportState }) {
  const own = useImportWords()
  return <Pill colour={colours[state]}>{own(`state.${state}`)}</Pill>
}
