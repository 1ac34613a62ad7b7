import type { FieldWire, ObjectWire, RecordWire, Titles } from '#shared/wire'
import { isEmptyIn } from '../ui/empty-value.ts'
import { mentionedBy, RecordValue } from '../ui/field-value.tsx'
import { mentionedIn } from '../ui/mentions.ts'
import { useWords } from '../words/words.ts'
import { wayOf } from './way-of.ts'

type EntryBodyProps = { child: ObjectWire; record: RecordWire; titles: Titles }

/** What a record on the timeline says: its text, then its other facts in small. */
export function EntryBody({ child, record, titles }: EntryBodyProps) {
  const { label } = useWords()
  const { main, facts } = toldFields(child, record, titles)
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

// Left out: what the entry's head tells already, and whoever the text names.
function toldFields(child: ObjectWire, record: RecordWire, titles: Titles) {
  const inHead = new Set([child.parent?.field, child.timeline, wayOf(child, record)?.field.name])
  const told = child.fields.filter(({ name, kind }) => !inHead.has(name) && kind !== 'user' && !isEmptyIn(record, name))
  const main = told.filter(({ kind }) => kind === 'long_text')
  const named = main.filter((field) => namesAll(field, record, titles)).map(({ options }) => options.mentions)
  return { main, facts: told.filter(({ name, kind }) => kind !== 'long_text' && !named.includes(name)) }
}

function namesAll(field: FieldWire, record: RecordWire, titles: Titles): boolean {
  const ids = record[String(field.options.mentions)]
  const people = mentionedBy(field, record, titles)
  return Array.isArray(ids) && mentionedIn(String(record[field.name]), people).size === ids.length
}
