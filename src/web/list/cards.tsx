import { Link } from '@tanstack/react-router'
import { useMemo, useRef } from 'react'
import type { FieldWire, ObjectWire } from '#shared/wire'
import { fieldOf } from '../api/definitions.ts'
import { shownAs } from '../registry.ts'
import { Avatar } from '../ui/avatar.tsx'
import { isEmptyValue } from '../ui/empty-value.ts'
import { FieldValue } from '../ui/field-value.tsx'
import { Loading } from '../ui/loading.tsx'
import { useWords } from '../words/words.ts'
import { IncompleteMark } from './incomplete-mark.tsx'
import type { RowsProps } from './rows-props.ts'
import type { ListRow } from './use-list.ts'
import { useRows } from './use-rows.ts'

const cardHeight = 74

/** The list on a phone: the name, two pills and two facts of each record. */
export function Cards({ object, rows, query, onEnd, isLoadingMore }: RowsProps) {
  const { labelOfMany } = useWords()
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useRows({
    scroller,
    rows,
    rowHeight: cardHeight,
    place: `${object.name}${JSON.stringify(query)}`,
    onEnd,
  })
  const parts = useMemo(() => partsOf(object), [object])
  return (
    <div ref={scroller} className="grid-scroll">
      <ul className="card-list" style={{ height: virtual.getTotalSize() }} aria-label={labelOfMany(object.label)}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rows[index]
          return (
            row && (
              <li key={row.record.id} className="card" style={{ transform: `translateY(${start}px)` }}>
                <Card object={object} row={row} {...parts} />
              </li>
            )
          )
        })}
      </ul>
      {isLoadingMore && <Loading />}
    </div>
  )
}

type CardParts = { pills: readonly FieldWire[]; facts: readonly FieldWire[] }

function partsOf(object: ObjectWire): CardParts {
  const fields = object.list.flatMap((name) => (name === object.title ? [] : (fieldOf(object, name) ?? [])))
  const pills = fields.filter((field) => shownAs(field).kind === 'choice')
  // Without its heading a bare "yes" says nothing.
  const facts = fields.filter((field) => !pills.includes(field) && shownAs(field).kind !== 'boolean')
  return { pills: pills.slice(0, 2), facts }
}

function Card({ object, row: { record, titles }, pills, facts }: CardParts & { object: ObjectWire; row: ListRow }) {
  const { t } = useWords()
  const title = String(record[object.title] ?? '') || t('state.untitled')
  const known = facts.filter((field) => !isEmptyValue(record[field.name])).slice(0, 2)
  return (
    <Link to="/o/$path/$id" params={{ path: object.path, id: record.id }} className="card-link">
      <Avatar name={title} size={30} round={object.name === 'user'} />
      <span className="card-title">
        <span className="truncate">{title}</span>
        <IncompleteMark record={record} />
      </span>
      <span className="card-pills">
        {pills.map(
          (field) =>
            !isEmptyValue(record[field.name]) && (
              <FieldValue key={field.name} field={field} value={record[field.name]} titles={titles} dense />
            ),
        )}
      </span>
      <span className="card-facts">
        {known.map((field) => (
          <FieldValue key={field.name} field={field} value={record[field.name]} titles={titles} dense />
        ))}
      </span>
    </Link>
  )
}
