import { Link } from '@tanstack/react-router'
import type { ObjectWire, RecordAnswer } from '#shared/wire'
import { fieldOf, useObjectNamed } from '../../../web/api/definitions.ts'
import { useRecords } from '../../../web/api/use-records.ts'
import { InPlaceSection } from '../../../web/file/in-place-section.tsx'
import { Avatar } from '../../../web/ui/avatar.tsx'
import { FieldValue } from '../../../web/ui/field-value.tsx'
import { useWords } from '../../../web/words/words.ts'

/** Who has read this file in an emergency. */
export function AccessesPart({ record }: { record: RecordAnswer }) {
  const object = useObjectNamed('emergency_access')
  return object ? <Accesses object={object} customer={record.id} /> : null
}

function Accesses({ object, customer }: { object: ObjectWire; customer: string }) {
  const { label, format } = useWords()
  const { rows, error } = useRecords(object, { customer }, { sort: '-from' })
  const state = fieldOf(object, 'state')
  if (!error && rows.length === 0) return null
  return (
    <InPlaceSection title={label(object.label)} icon={object.icon} error={error}>
      <ul>
        {rows.map(({ id, user, from, grounds, titles, ...values }) => (
          <li key={id} className="in-place-line">
            <Avatar name={titles[String(user)] ?? ''} round size={24} />
            <span className="in-place-text">
              <Link to="/o/$path/$id" params={{ path: object.path, id }} className="link">
                {titles[String(user)] ?? String(grounds)}
              </Link>
              {state && <FieldValue field={state} value={values.state} titles={titles} dense />}
              <span className="meta">{`${format.shortDateTime(String(from))} · ${grounds}`}</span>
            </span>
          </li>
        ))}
      </ul>
    </InPlaceSection>
  )
}
