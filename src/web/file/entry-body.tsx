import type { ObjectWire, RecordWire, Titles } from '#shared/wire'
import { isEmptyIn } from '../ui/empty-value.ts'
import { RecordValue } from '../ui/field-value.tsx'
import { useWords } from '../words/words.ts'
import { wayOf } from './way-of.ts'

type EntryBodyProps = { child: ObjectWire; record: RecordWire; titles: Titles }

/** What a record on the timeline says: its text, then its other facts in small. */
export function EntryBody({ child, record, titles }: EntryBodyProps) {
  const { label } = useWords()
  const { main, facts } = toldFields(child, record)
  return (
    <div className="entry-body">
      {main.map((field) => (
        <RecordValue key={field.name} field={field} record={record} titles={titles} />
      ))}
      {facts.length > 0 && (
        <dl className="entry-facts">
          {facts.map((field) => (
            <div key={field.name}>
              <dt className="muted">{label(field.label)}</dt>
              <dd>
                <RecordValue field={field} record={record} titles={titles} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  )
}

// Left out: what the entry's head tells already.
function toldFields(child: ObjectWire, record: RecordWire) {
  const inHead = new Set([child.parent?.field, child.timeline, wayOf(child, record)?.field.name])
  const told = child.fields.filter(({ name, kind }) => !inHead.has(name) && kind !== 'user' && !isEmptyIn(record, name))
  return {
    main: told.filter(({ kind }) => kind === 'long_text'),
    facts: told.filter(({ kind }) => kind !== 'long_text'),
  }
}
