import { Link } from '@tanstack/react-router'
import { useMemo, useRef } from 'react'
import type { FieldWire, ObjectWire, RecordWire, Titles } from '#shared/wire'
import { fieldOf } from '../api/definitions.ts'
import type { ListQuery } from '../api/records.ts'
import { shownAs, webOf } from '../registry.ts'
import { isEmptyIn } from '../ui/empty-value.ts'
import { RecordValue } from '../ui/field-value.tsx'
import { Loading } from '../ui/loading.tsx'
import { RecordMark } from '../ui/record-mark.tsx'
import { useTitleOf } from '../words/title-of.ts'
import { useWords } from '../words/words.ts'
import { IncompleteMark } from './incomplete-mark.tsx'
import { fileSearch } from './list-query.ts'
import type { ListRow } from './list-rows.ts'
import type { RowsProps } from './rows-props.ts'
import { useRows } from './use-rows.ts'

const cardHeight = 74

/** The list on a phone: the name, two pills and two facts of each record. */
export function Cards({ object, rows, query, shape, onEnd, isLoadingMore }: RowsProps) {
  const { labelOfMany } = useWords()
  const scroller = useRef<HTMLDivElement>(null)
  const { shown, height } = useRows({
    scroller,
    rows,
    rowHeight: cardHeight,
    place: `${object.name}${JSON.stringify(query)}`,
    onEnd,
  })
  const parts = useMemo(() => partsOf(object, shape.columns), [object, shape.columns])
  return (
    <div ref={scroller} className="grid-scroll">
      <ul className="card-list" style={{ height }} aria-label={labelOfMany(object.label)}>
        {shown.map(({ row, top }) => (
          <li key={row.record.id} className="card" style={{ transform: `translateY(${top}px)` }}>
            <Card object={object} row={row} search={fileSearch(query)} {...parts} />
          </li>
        ))}
      </ul>
      {isLoadingMore && <Loading />}
    </div>
  )
}

type CardParts = { pills: readonly FieldWire[]; facts: readonly FieldWire[] }

function partsOf(object: ObjectWire, names = object.list): CardParts {
  const fields = names.flatMap((name) => (name === object.title ? [] : (fieldOf(object, name) ?? [])))
  const choices = fields.filter((field) => shownAs(field).kind === 'choice')
  // The last figure of a list is what the ones before add up to.
  const figure = fields.findLast((field) => webOf(field).align === 'end')
  const figures = figure ? [figure] : []
  const pills = [...choices.slice(0, 2), ...figures.filter((field) => !isBare(field))].slice(0, 2)
  // Without its heading a bare "yes" says nothing.
  const others = fields.filter((field) => !pills.includes(field) && shownAs(field).kind !== 'boolean')
  return { pills, facts: [...new Set([...figures.filter(isBare), ...others])] }
}

/** Unlike an amount, a number does not say what it is. */
function isBare(field: FieldWire): boolean {
  return shownAs(field).kind === 'number'
}

type CardProps = CardParts & { object: ObjectWire; row: ListRow; search: ListQuery }

function Card({ object, row: { record, titles }, search, pills, facts }: CardProps) {
  const { t } = useWords()
  const titleOf = useTitleOf()
  const title = titleOf(object, record) || t('state.untitled')
  const known = facts.filter((field) => !isEmptyIn(record, field.name)).slice(0, 2)
  return (
    <Link to="/o/$path/$id" params={{ path: object.path, id: record.id }} search={search} className="card-link">
      <RecordMark object={object} title={title} size={30} />
      <span className="card-title">
        <span className="truncate">{title}</span>
        <IncompleteMark record={record} />
      </span>
      <span className="card-pills">
        {pills.map(
          (field) =>
            !isEmptyIn(record, field.name) && (
              <RecordValue object={object} key={field.name} field={field} record={record} titles={titles} dense />
            ),
        )}
      </span>
      <span className="card-facts">
        {known.map((field) => (
          <CardFact key={field.name} object={object} field={field} record={record} titles={titles} />
        ))}
      </span>
    </Link>
  )
}

type CardFactProps = { object: ObjectWire; field: FieldWire; record: RecordWire; titles: Titles }

function CardFact({ object, field, record, titles }: CardFactProps) {
  const { label } = useWords()
  const value = <RecordValue object={object} field={field} record={record} titles={titles} dense />
  if (!isBare(field)) return value
  return (
    <span>
      {label(field.label)} {value}
    </span>
  )
}
