import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { dayOfYear } from '#shared/day-of-year'
import type { Filter } from '#shared/filter'
import type { RecordWire, Titles } from '#shared/wire'
import { fieldOf, useObjectNamed } from '../../../web/api/definitions.ts'
import { listQuery } from '../../../web/api/records.ts'
import { fieldsShown } from '../../../web/list/columns.ts'
import { isEmptyIn } from '../../../web/ui/empty-value.ts'
import { RecordValue } from '../../../web/ui/field-value.tsx'
import { useKeptChoice } from '../../../web/ui/kept-choice.ts'
import { RecordMark } from '../../../web/ui/record-mark.tsx'
import { Skeleton } from '../../../web/ui/skeleton.tsx'
import { Trouble } from '../../../web/ui/trouble.tsx'
import { titleOf } from '../../../web/words/title-of.ts'
import { useWords } from '../../../web/words/words.ts'
import type { BirthdaysSettings } from './birthdays-settings.ts'
import { KeptDays, keptSpan } from './kept-days.tsx'
import { useCelebrated } from './use-celebrated.ts'

const shown = 6
/** Of so many the next are picked, for lists have no order by day of the year; those of today are asked for apart. */
const picked = 50

/** Who has a birthday within the next days, the next first; the heading opens them all. */
export function Birthdays({ object, field, where, told }: BirthdaysSettings) {
  const { t, label, totalOf } = useWords()
  const days = Number(useKeptChoice(keptSpan))
  const title = t('today.birthdays', { name: label(object.label) })
  const within = (span: number): Filter => ({ ...where, [field.name]: { withinDays: span } })
  const options = { limit: picked, fields: fieldsShown(object, [...told, field.name]), beside: true }
  const list = useInfiniteQuery(listQuery(object, { where: within(days) }, options))
  const [page] = list.data?.pages ?? []
  const now = useInfiniteQuery({
    ...listQuery(object, { where: within(0) }, options),
    enabled: page?.next !== null && page !== undefined,
  })
  const records = [...(now.data?.pages[0]?.items ?? []), ...(page?.items ?? [])]
  const titles = { ...page?.titles, ...now.data?.pages[0]?.titles }
  const celebrated = useCelebrated(
    days,
    records.some((record) => dayOfYear(record[field.name]).startsWith('L')),
  )
  const awayOf = (record: RecordWire): number => celebrated?.get(dayOfYear(record[field.name])) ?? days
  const once = [...new Map(records.map((record) => [record.id, record])).values()]
  const next = once.toSorted((one, other) => awayOf(one) - awayOf(other)).slice(0, shown)
  return (
    <section className="panel" aria-label={title}>
      <div className="panel-head">
        <h2>
          <Link to="/o/$path" params={{ path: object.path }} search={{ where: within(days) }} className="panel-title">
            {title} <span className="muted">{page && totalOf(page)}</span>
          </Link>
        </h2>
        <KeptDays kept={keptSpan} label={t('today.within')} />
      </div>
      {list.isPending && <Skeleton rows={shown} />}
      <Trouble text={list.error?.message} />
      {page?.items.length === 0 && (
        <div className="panel-none">
          <p className="muted">{t('today.none.birthdays', { count: days })}</p>
        </div>
      )}
      {celebrated && (
        <ul className="panel-rows">
          {next.map((record) => (
            <Row
              key={record.id}
              settings={{ object, field, where, told }}
              record={record}
              titles={titles}
              away={awayOf(record)}
            />
          ))}
        </ul>
      )}
    </section>
  )
}

type RowProps = { settings: BirthdaysSettings; record: RecordWire; titles: Titles; away: number }

/** What stands on a file leads to the file. */
function Row({ settings: { object, field, told }, record, titles, away }: RowProps) {
  const { t, format } = useWords()
  const file = useObjectNamed(object.parent?.object ?? object.name) ?? object
  const id = object.parent ? String(record[object.parent.field]) : record.id
  const title = titleOf(object, record) || t('state.untitled')
  return (
    <li className="panel-line">
      <Link to="/o/$path/$id" params={{ path: file.path, id }} className="panel-row">
        <RecordMark object={object} title={title} size={24} />
        <span className="panel-name">
          <span className="truncate">{title}</span>
        </span>
        <span className="panel-facts">
          {told.map((name) => {
            const fact = fieldOf(object, name)
            if (!fact || isEmptyIn(record, name)) return null
            return (
              <span key={name}>
                <RecordValue field={fact} record={record} titles={titles} dense />
              </span>
            )
          })}
          <span>
            <RecordValue field={field} record={record} titles={titles} dense />
          </span>
          <b className={away === 0 ? 'panel-now' : undefined}>{format.relativeDay(`today+${away}`)}</b>
        </span>
      </Link>
    </li>
  )
}
